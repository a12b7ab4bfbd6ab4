import { importJob, type PluginDefinition, tidyImports } from '@sanya/strapi-plugin-platform/kit';
import { actions } from './api/actions';
import { conditions, decideVisibility } from './api/conditions';
import { registerDocumentGuards } from './api/document-guards';
import { grants } from './api/grants';
import { owners, reads } from './api/reads';
import { contentTypes } from './content-types';
import { constraints } from './content-types/constraints';
import { DELIVERY_ROUTE, GOODS_RECEIPT, GOODS_RETURN, ORDER, QUOTE, SHIPMENT } from './content-types/types';
import { carrierMachine } from './domain/carrier';
import { couponMachine, redemptionMachine } from './domain/coupon';
import { importMessages } from './messages/product-import';
import { goodsReceiptMachine } from './domain/goods-receipt';
import { itemMachine } from './domain/installed-item';
import { orderMachine } from './domain/order-machine';
import { productMachine } from './domain/product';
import { quoteMachine } from './domain/quote-machine';
import { returnMachine } from './domain/return';
import { routeMachine } from './domain/route';
import { shipmentMachine } from './domain/shipment-machine';
import { vehicleMachine } from './domain/vehicle';
import { warehouseMachine } from './domain/warehouse';
import { createExpireOrders } from './jobs/expire-orders';
import { carriers as carrierMessages } from './messages/carriers';
import { coupons as couponMessages } from './messages/coupons';
import { doctor } from './messages/doctor';
import { en } from './messages/en';
import { events } from './messages/events';
import { exportWords } from './messages/exports';
import { goodsReceipts as goodsReceiptMessages } from './messages/goods-receipts';
import { installedItems } from './messages/installed-items';
import { pricing } from './messages/pricing';
import { quoteRequests as quoteRequestMessages } from './messages/quote-requests';
import { quotes as quoteMessages } from './messages/quotes';
import { reports as reportWords } from './messages/reports';
import { roles } from './messages/roles';
import { routes as routeMessages } from './messages/routes';
import { shipments as shipmentMessages } from './messages/shipments';
import { th } from './messages/th';
import { workflowMessages } from './messages/workflows';
import { warehouses as warehouseMessages } from './messages/warehouses';
import { approvals } from './services/approvals';
import { catalogue } from './services/catalogue';
import { couponProofChecks } from './services/coupon-proof-checks';
import { coupons } from './services/coupons';
import { orderDocuments } from './services/order-document';
import { doctorChecks } from './services/doctor-checks';
import { countOrders } from './services/exposure';
import { keepCustomersOfOrders } from './services/kept-customers';
import { orders } from './services/orders';
import { paperFoots } from './services/paper-foots';
import { pickListDocuments } from './services/pick-list-document';
import { proofChecks } from './services/proof-checks';
import { quoteDocuments } from './services/quote-document';
import { quoteProofChecks } from './services/quote-proof-checks';
import { quoteTemplates } from './services/quote-templates';
import { quotes } from './services/quotes';
import { reports } from './services/reports';
import { exportDocuments } from './services/export-documents';
import { routeSheetDocuments } from './services/route-sheet-document';
import { goodsReceiptDocuments } from './services/goods-receipt-document';
import { shipmentDocuments } from './services/shipment-document';
import { shipmentTemplates } from './services/shipment-templates';
import { templateSources } from './services/template-sources';
import { workflowSubjects } from './services/workflow-subjects';
import { templates } from './services/templates';
import { productFile } from './use-cases/import/product-file';
import { GOODS_RECEIPT_SERIES } from './use-cases/goods-receipts/receive-imports';
import { ORDER_SERIES } from './use-cases/place-orders';
import { QUOTE_SERIES } from './use-cases/quotes/send-quotes';
import { RETURN_SERIES } from './use-cases/returns/receive-returns';
import { ROUTE_SERIES } from './use-cases/routes/plan-routes';
import { SHIPMENT_SERIES } from './use-cases/shipments/write-shipments';
import { beginWithOneWarehouse } from './use-cases/warehouses/begin-with-one';
import { subscribers } from './use-cases/subscribers';

export const definition: PluginDefinition = {
  id: 'sales',
  needs: ['platform', 'crm', 'billing'],
  contentTypes,
  constraints,
  actions,
  reads,
  owners,
  grants,
  conditions,
  series: [
    {
      code: ORDER_SERIES,
      name: { th: 'คำสั่งซื้อ', en: 'Orders' },
      words: ['Order', 'Sales order', 'ใบสั่งขาย'],
      pattern: 'SO-{BBBB}-{N:6}',
      companyWide: true,
      documents: { type: ORDER, attribute: 'number' },
    },
    {
      code: QUOTE_SERIES,
      name: { th: 'ใบเสนอราคา', en: 'Quotes' },
      words: ['Quote', 'Quotation', 'Quotations'],
      pattern: 'QT-{BBBB}-{N:6}',
      companyWide: true,
      documents: { type: QUOTE, attribute: 'number', repeats: true },
    },
    {
      code: SHIPMENT_SERIES,
      name: { th: 'ใบส่งของ', en: 'Delivery notes' },
      words: ['Delivery note', 'Shipment', 'ใบส่งสินค้า'],
      pattern: 'DO-{BBBB}-{N:6}',
      companyWide: true,
      documents: { type: SHIPMENT, attribute: 'number' },
    },
    {
      code: GOODS_RECEIPT_SERIES,
      name: { th: 'ใบรับสินค้านำเข้า', en: 'Goods receipts' },
      words: ['Goods receipt', 'ใบรับสินค้า'],
      pattern: 'GR-{BBBB}-{N:6}',
      companyWide: true,
      documents: { type: GOODS_RECEIPT, attribute: 'number' },
    },
    {
      code: ROUTE_SERIES,
      name: { th: 'เที่ยวส่งของ', en: 'Delivery routes' },
      words: ['Delivery route'],
      pattern: 'DR-{BBBB}-{N:6}',
      companyWide: true,
      documents: { type: DELIVERY_ROUTE, attribute: 'number' },
    },
    {
      code: RETURN_SERIES,
      name: { th: 'ใบรับคืนสินค้า', en: 'Returns' },
      words: ['Return', 'ใบรับคืน'],
      pattern: 'RT-{BBBB}-{N:6}',
      companyWide: true,
      documents: { type: GOODS_RETURN, attribute: 'number' },
    },
  ],
  templates: [...templates, ...quoteTemplates, ...shipmentTemplates, ...paperFoots],
  templateSources,
  messages: {
    en: {
      ...en,
      ...pricing.en,
      ...events.en,
      ...couponMessages.en,
      ...importMessages.en,
      ...quoteMessages.en,
      ...workflowMessages.en,
      ...quoteRequestMessages.en,
      ...shipmentMessages.en,
      ...warehouseMessages.en,
      ...carrierMessages.en,
      ...routeMessages.en,
      ...goodsReceiptMessages.en,
      ...exportWords.en,
      ...installedItems.en,
      ...roles.en,
      ...reportWords.en,
      ...doctor.en,
    },
    th: {
      ...th,
      ...pricing.th,
      ...events.th,
      ...couponMessages.th,
      ...importMessages.th,
      ...quoteMessages.th,
      ...workflowMessages.th,
      ...quoteRequestMessages.th,
      ...shipmentMessages.th,
      ...warehouseMessages.th,
      ...carrierMessages.th,
      ...routeMessages.th,
      ...goodsReceiptMessages.th,
      ...exportWords.th,
      ...installedItems.th,
      ...roles.th,
      ...reportWords.th,
      ...doctor.th,
    },
  },
  machines: [
    orderMachine,
    productMachine,
    productFile.life,
    couponMachine,
    redemptionMachine,
    quoteMachine,
    shipmentMachine,
    warehouseMachine,
    carrierMachine,
    vehicleMachine,
    routeMachine,
    goodsReceiptMachine,
    returnMachine,
    itemMachine,
  ],
  workflowSubjects,
  services: { catalogue, coupons, orders, quotes },
  jobs: (tools) => [
    createExpireOrders(tools),
    importJob('sales.import-products', tools.platform, productFile),
    tidyImports('sales.tidy-imports', tools.platform, [productFile]),
  ],
  subscribers,
  documents: (tools) => [
    ...orderDocuments(tools),
    ...quoteDocuments(tools),
    ...shipmentDocuments(tools),
    ...pickListDocuments(tools),
    ...routeSheetDocuments(tools),
    ...goodsReceiptDocuments(tools),
    ...exportDocuments(tools),
  ],
  approvals,
  doctor: doctorChecks,
  proof: (tools) => [...proofChecks(tools), ...couponProofChecks(tools), ...quoteProofChecks(tools)],
  reports,
  register(tools) {
    decideVisibility(tools);
    registerDocumentGuards(tools);
    countOrders(tools);
    keepCustomersOfOrders(tools);
  },
  bootstrap: beginWithOneWarehouse,
};
