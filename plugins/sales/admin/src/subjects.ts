import { registerSubject } from '@sanya/strapi-plugin-platform/ui';

/** How sales shows its things: their pages, what a timeline tells of them, and the content manager beside them. */
export function registerSubjects(): void {
  registerSubject('plugin::sales.order', {
    page: (id) => `/plugins/sales/orders/${id}`,
    facts: {
      state: { label: 'field.state', words: 'state' },
      total: { label: 'field.total', as: 'money' },
      invoice: { label: 'field.invoice' },
      reason: { label: 'field.reason' },
      promisedOn: { label: 'field.promised_on', as: 'date' },
      shipment: { label: 'subject.shipment' },
    },
    words: { source: 'source' },
    beside: () => import('./content/order'),
  });
  registerSubject('plugin::sales.product', {
    page: (id) => `/plugins/sales/products/${id}`,
    facts: {
      state: { label: 'field.state', words: 'product_state' },
      name: { label: 'field.name' },
      sku: { label: 'field.sku' },
      unit: { label: 'field.unit' },
      group: { label: 'field.group' },
      description: { label: 'field.product_description' },
      translations: { label: 'field.name_en', as: 'thing' },
      taxCategory: { label: 'field.tax_category', words: 'tax_category' },
      prices: { label: 'product.prices', as: 'thing' },
    },
    beside: () => import('./content/product'),
  });
  registerSubject('plugin::sales.shipment', {
    page: (id) => `/plugins/sales/shipments/${id}`,
    facts: {
      state: { label: 'field.state', words: 'shipment_state' },
      order: { label: 'subject.order' },
      on: { label: 'field.at', as: 'date' },
      carrier: { label: 'shipment.carrier' },
      trackingNumber: { label: 'shipment.tracking' },
      receiver: { label: 'shipment.receiver' },
      by: { label: 'shipment.checked_by' },
      incoterm: { label: 'export.incoterm' },
      waybill: { label: 'export.waybill' },
      note: { label: 'field.note' },
    },
  });
  registerSubject('plugin::sales.goods-return', {
    facts: {
      state: { label: 'field.state', words: 'return_state' },
      order: { label: 'subject.order' },
      reason: { label: 'field.reason' },
    },
  });
  registerSubject('plugin::sales.installed-item', {
    page: (id) => `/plugins/sales/installed-items/${id}`,
    facts: {
      state: { label: 'field.state', words: 'item_state' },
      serial: { label: 'field.serial' },
      site: { label: 'field.site' },
      installedOn: { label: 'field.installed_on', as: 'date' },
      warrantyUntil: { label: 'field.warranty_until', as: 'date' },
      on: { label: 'field.at', as: 'date' },
      by: { label: 'installed.successor' },
      goodsReturn: { label: 'subject.goods-return' },
      reason: { label: 'field.reason' },
    },
  });
  registerSubject('plugin::sales.warehouse', {
    page: () => '/plugins/sales/warehouses',
    facts: {
      state: { label: 'field.state', words: 'warehouse_state' },
      code: { label: 'field.code' },
      name: { label: 'field.name' },
      address: { label: 'warehouse.address' },
    },
  });
  registerSubject('plugin::sales.carrier', {
    page: () => '/plugins/sales/carriers',
    facts: {
      state: { label: 'field.state', words: 'warehouse_state' },
      name: { label: 'field.name' },
      daysPromised: { label: 'carrier.days' },
      rates: { label: 'carrier.rates', as: 'thing' },
    },
  });
  registerSubject('plugin::sales.vehicle', {
    page: () => '/plugins/sales/vehicles',
    facts: {
      state: { label: 'field.state', words: 'warehouse_state' },
      name: { label: 'field.name' },
      driver: { label: 'route.driver' },
    },
  });
  registerSubject('plugin::sales.delivery-route', {
    page: (id) => `/plugins/sales/routes/${id}`,
    facts: {
      state: { label: 'field.state', words: 'route_state' },
      on: { label: 'route.day', as: 'date' },
      driver: { label: 'route.driver' },
      shipment: { label: 'subject.shipment' },
      collected: { label: 'route.collected', as: 'money' },
      note: { label: 'field.note' },
    },
  });
  registerSubject('plugin::sales.goods-receipt', {
    page: (id) => `/plugins/sales/goods-receipts/${id}`,
    facts: {
      state: { label: 'field.state', words: 'receipt_state' },
      supplier: { label: 'receipt.supplier' },
      declarationNumber: { label: 'receipt.declaration' },
      cif: { label: 'receipt.cif', as: 'money' },
      importVat: { label: 'receipt.import_vat', as: 'money' },
      reason: { label: 'field.reason' },
    },
  });
  registerSubject('plugin::sales.stock-item', {
    facts: {
      quantity: { label: 'field.quantity' },
      warehouse: { label: 'subject.warehouse' },
      from: { label: 'stock.move_from' },
      to: { label: 'stock.move_to' },
      reason: { label: 'field.reason' },
    },
  });
  registerSubject('plugin::sales.coupon', {
    page: (id) => `/plugins/sales/coupons/${id}`,
    facts: {
      state: { label: 'field.state', words: 'coupon_state' },
      validFrom: { label: 'field.valid_from', as: 'date' },
      validTo: { label: 'field.valid_to', as: 'date' },
      totalLimit: { label: 'field.total_limit' },
      perCustomerLimit: { label: 'field.per_customer_limit' },
    },
  });
  registerSubject('plugin::sales.redemption', {
    facts: { coupon: { label: 'field.coupon' }, amount: { label: 'field.discount', as: 'money' } },
  });
  registerSubject('plugin::sales.quote', {
    page: (id) => `/plugins/sales/quotes/${id}`,
    facts: {
      state: { label: 'field.state', words: 'quote_state' },
      total: { label: 'field.total', as: 'money' },
      to: { label: 'quote.sent_to' },
      by: { label: 'quote.answered_by' },
      order: { label: 'subject.order' },
      reason: { label: 'field.reason' },
    },
  });
  registerSubject('plugin::sales.setting', { page: () => '/settings/sanya-sales' });
}
