import { BulletList, Feather, Store } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { addDesk, type Desk, loadTexts, placePanel } from '@sanya/strapi-plugin-platform/ui';
import { registerSubjects } from './subjects';

const texts = {
  en: () => import('./translations/en.json'),
  th: () => import('./translations/th.json'),
};

const READ = 'plugin::content-manager.explorer.read';

const label = (key: string, defaultMessage: string) => ({ id: `sales.${key}`, defaultMessage });

const desk: Desk = {
  plugin: 'sales',
  icon: Store,
  label: label('desk.title', 'Sales'),
  position: 1.1,
  groups: [
    {
      label: label('desk.selling', 'Selling'),
      pages: [
        {
          to: 'orders',
          label: label('orders.title', 'Orders'),
          permissions: [{ action: READ, subject: 'plugin::sales.order' }],
          Component: () => import('./pages/orders'),
        },
        {
          to: 'quotes',
          label: label('quotes.title', 'Quotes'),
          permissions: [{ action: READ, subject: 'plugin::sales.quote' }],
          Component: () => import('./pages/quotes'),
        },
        {
          to: 'quote-requests',
          label: label('requests.title', 'Quote requests'),
          permissions: [{ action: 'plugin::sales.quote.edit', subject: null }],
          Component: () => import('./pages/quote-requests'),
        },
        {
          to: 'shipments',
          label: label('shipments.title', 'Shipments'),
          permissions: [{ action: READ, subject: 'plugin::sales.shipment' }],
          Component: () => import('./pages/shipments'),
        },
        {
          to: 'routes',
          label: label('routes.title', 'Delivery routes'),
          permissions: [{ action: READ, subject: 'plugin::sales.delivery-route' }],
          Component: () => import('./pages/routes'),
        },
        {
          to: 'returns',
          label: label('returns.title', 'Returns'),
          permissions: [{ action: READ, subject: 'plugin::sales.goods-return' }],
          Component: () => import('./pages/returns'),
        },
        {
          to: 'installed-items',
          label: label('installed.title', 'Installed items'),
          permissions: [{ action: READ, subject: 'plugin::sales.installed-item' }],
          Component: () => import('./pages/installed-items'),
        },
      ],
    },
    {
      label: label('desk.catalogue', 'Catalogue'),
      pages: [
        {
          to: 'products',
          label: label('products.title', 'Products'),
          permissions: [{ action: READ, subject: 'plugin::sales.product' }],
          Component: () => import('./pages/products'),
        },
        {
          to: 'stock',
          label: label('stock.title', 'Stock'),
          permissions: [{ action: 'plugin::sales.stock.read', subject: null }],
          Component: () => import('./pages/stock'),
        },
        {
          to: 'goods-receipts',
          label: label('receipts.title', 'Goods from abroad'),
          permissions: [{ action: READ, subject: 'plugin::sales.goods-receipt' }],
          Component: () => import('./pages/goods-receipts'),
        },
        {
          to: 'warehouses',
          label: label('warehouses.title', 'Warehouses'),
          permissions: [{ action: READ, subject: 'plugin::sales.warehouse' }],
          Component: () => import('./pages/warehouses'),
        },
        {
          to: 'carriers',
          label: label('carriers.title', 'Carriers'),
          permissions: [{ action: READ, subject: 'plugin::sales.carrier' }],
          Component: () => import('./pages/carriers'),
        },
        {
          to: 'vehicles',
          label: label('vehicles.title', 'Own vehicles'),
          permissions: [{ action: READ, subject: 'plugin::sales.vehicle' }],
          Component: () => import('./pages/vehicles'),
        },
        {
          to: 'coupons',
          label: label('coupons.title', 'Coupons'),
          permissions: [{ action: READ, subject: 'plugin::sales.coupon' }],
          Component: () => import('./pages/coupons'),
        },
      ],
    },
  ],
};

export default {
  register(app: StrapiApp) {
    addDesk(app, desk);
    app.widgets.register((others) => [
      {
        id: 'orders-today',
        pluginId: 'sales',
        icon: BulletList,
        title: label('orders.title', 'Orders'),
        permissions: [{ action: READ, subject: 'plugin::sales.order' }],
        component: async () => (await import('./widgets/orders-today')).OrdersToday,
      },
      {
        id: 'quote-requests',
        pluginId: 'sales',
        icon: Feather,
        title: label('quotes.title', 'Quotes'),
        permissions: [{ action: READ, subject: 'plugin::sales.quote' }],
        component: async () => (await import('./widgets/quote-requests')).QuoteRequests,
      },
      ...others,
    ]);
    registerSubjects();
    app.registerPlugin({ id: 'sales', name: 'sales', injectionZones: { product: { panels: [] } } });
  },
  bootstrap(app: StrapiApp) {
    app.addSettingsLink('sanya', {
      id: 'sanya-sales',
      intlLabel: label('setting.title', 'Orders'),
      to: 'sanya-sales',
      permissions: [{ action: READ, subject: 'plugin::sales.setting' }],
      Component: () => import('./pages/settings'),
    });
    placePanel(
      app,
      { plugin: 'crm', page: 'customer', position: 'panels' },
      'sales.orders',
      () => import('./panels/customer-orders'),
    );
    placePanel(
      app,
      { plugin: 'crm', page: 'customer', position: 'panels' },
      'sales.quotes',
      () => import('./panels/customer-quotes'),
    );
    placePanel(
      app,
      { plugin: 'crm', page: 'customer', position: 'panels' },
      'sales.installed-items',
      () => import('./panels/customer-items'),
    );
  },
  registerTrads: ({ locales }: { locales: string[] }) => loadTexts('sales', texts, locales),
};
