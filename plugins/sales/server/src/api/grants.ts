import type { Grant } from '@sanya/strapi-plugin-platform/kit';
import {
  BRANCH,
  CARRIER,
  COUPON,
  COUPON_SCOPE,
  DELIVERY_ROUTE,
  GOODS_RECEIPT,
  GOODS_RECEIPT_LINE,
  GOODS_RETURN,
  GOODS_RETURN_LINE,
  INSTALLED_ITEM,
  ORDER,
  ORDER_LINE,
  PRICE,
  PRODUCT,
  PRODUCT_IMPORT,
  PRODUCT_IMPORT_ROW,
  QUOTE,
  QUOTE_LINE,
  REDEMPTION,
  ROUTE_STOP,
  SETTING,
  SHELF,
  SHIPMENT,
  SHIPMENT_LINE,
  STOCK_ITEM,
  STOCK_MOVEMENT,
  VEHICLE,
  WAREHOUSE,
} from '../content-types/types';
import { reports } from '../services/reports';
import {
  OWN_INSTALLED_ITEMS,
  OWN_ORDER_LINES,
  OWN_ORDERS,
  OWN_QUOTE_LINES,
  OWN_QUOTES,
  OWN_REDEMPTIONS,
  OWN_RETURN_LINES,
  OWN_RETURNS,
  OWN_SHIPMENT_LINES,
  OWN_SHIPMENTS,
} from './conditions';

const read = (...uids: string[]) => uids.map((uid) => ({ uid, can: ['read'] as const }));
const edit = (...uids: string[]) => uids.map((uid) => ({ uid, can: ['read', 'create', 'update'] as const }));

const CATALOGUE = [PRODUCT, PRICE];
/** Products and prices are written by actions; in the content manager a product gets its picture. */
const PICTURES = [...read(PRICE), { uid: PRODUCT, can: ['read', 'update'] as const }];
const ORDERS = [ORDER, ORDER_LINE, SHIPMENT, SHIPMENT_LINE, GOODS_RETURN, GOODS_RETURN_LINE, WAREHOUSE];
/** Who may give money back for what came back. */
const CREDITING = ['return.credit', 'return.decline'];
const STOCK = [
  STOCK_ITEM,
  STOCK_MOVEMENT,
  SHELF,
  CARRIER,
  VEHICLE,
  DELIVERY_ROUTE,
  ROUTE_STOP,
  GOODS_RECEIPT,
  GOODS_RECEIPT_LINE,
];
/** Who keeps the lists of warehouses, carriers and vehicles. */
const HOUSING = ['warehouse', 'carrier', 'vehicle'].flatMap((kept) => [`${kept}.edit`, `${kept}.close`]);
const SELLING = [
  'order.enter',
  'order.confirm',
  'order.cancel',
  'order.close',
  'order.amend',
  'order.delay',
  'order.document',
];
/** Who sees orders sees how they travel. */
const PAPERS = ['order.document', 'shipment.document'];
const QUOTES = [QUOTE, QUOTE_LINE];
const QUOTING = ['quote.edit', 'quote.send', 'quote.accept', 'quote.decline', 'quote.document'];
const CATALOGUE_KEEPING = ['product.read', 'product.edit', 'product.close'];
const REPORTS = reports.map((report) => report.permission);
/** What goes beyond the limit of a salesperson or of a customer. */
const APPROVING = ['order.approve-credit', 'order.approve-discount'];
const HANDING_OVER = [
  'order.fulfil',
  'order.deliver',
  'order.delay',
  'shipment.plan',
  'shipment.check',
  'shipment.ship',
  'shipment.document',
  'route.plan',
  'route.drive',
  'route.document',
  'return.receive',
];

/** Goods that come from abroad, with the papers of the customs. */
const IMPORTS: readonly Grant[] = [
  {
    roles: ['owner', 'sales-lead', 'storekeeper'],
    actions: ['goods-receipt.record', 'goods-receipt.cancel', 'goods-receipt.document'],
  },
  { roles: ['billing', 'accountant'], actions: ['goods-receipt.document'] },
  { roles: ['billing'], types: read(GOODS_RECEIPT, GOODS_RECEIPT_LINE) },
];

/** A file of prices changes the catalogue at one stroke. */
const IMPORTING: Grant = {
  roles: ['owner', 'sales-lead'],
  actions: ['product.import'],
  types: read(PRODUCT_IMPORT, PRODUCT_IMPORT_ROW),
};

export const grants: readonly Grant[] = [
  IMPORTING,
  ...IMPORTS,
  {
    roles: ['owner'],
    actions: [
      ...SELLING,
      ...APPROVING,
      ...HANDING_OVER,
      ...CREDITING,
      ...CATALOGUE_KEEPING,
      'stock.read',
      'stock.adjust',
      'stock.move',
      ...HOUSING,
      ...REPORTS,
    ],
    types: [
      ...PICTURES,
      { uid: PRODUCT, can: ['delete'] },
      { uid: PRICE, can: ['delete'] },
      ...edit(SETTING),
      ...read(...ORDERS, ...STOCK),
    ],
  },
  {
    roles: ['sales-lead'],
    actions: [...SELLING, ...APPROVING, ...HANDING_OVER, ...CATALOGUE_KEEPING, ...HOUSING, 'stock.read', ...REPORTS],
    types: [...PICTURES, ...edit(SETTING), ...read(...ORDERS, ...STOCK, BRANCH)],
  },
  {
    roles: ['sales'],
    actions: [...SELLING, 'shipment.document', 'product.read'],
    types: [
      ...read(...CATALOGUE, STOCK_ITEM, WAREHOUSE),
      { uid: ORDER, can: ['read'], conditions: [OWN_ORDERS] },
      { uid: ORDER_LINE, can: ['read'], conditions: [OWN_ORDER_LINES] },
      { uid: SHIPMENT, can: ['read'], conditions: [OWN_SHIPMENTS] },
      { uid: SHIPMENT_LINE, can: ['read'], conditions: [OWN_SHIPMENT_LINES] },
      { uid: GOODS_RETURN, can: ['read'], conditions: [OWN_RETURNS] },
      { uid: GOODS_RETURN_LINE, can: ['read'], conditions: [OWN_RETURN_LINES] },
    ],
  },
  {
    roles: ['storekeeper'],
    actions: [...HANDING_OVER, 'stock.read', 'stock.adjust', 'stock.move', 'order.document', 'product.read'],
    types: read(...CATALOGUE, ...ORDERS, ...STOCK),
  },
  {
    roles: ['billing'],
    actions: [...PAPERS, ...CREDITING, 'order.cancel', 'product.read', ...REPORTS],
    types: read(...CATALOGUE, ...ORDERS),
  },
  {
    roles: ['accountant'],
    actions: [...PAPERS, 'route.document', 'product.read', 'stock.read', ...REPORTS],
    types: read(...CATALOGUE, ...ORDERS, ...STOCK),
  },
  {
    roles: ['service-manager', 'dispatcher'],
    actions: [...PAPERS, 'product.read'],
    types: read(...CATALOGUE, ...ORDERS),
  },
  { roles: ['support-lead', 'support-agent', 'marketing'], actions: ['product.read'], types: read(...CATALOGUE) },
  {
    roles: ['owner', 'sales-lead', 'marketing'],
    actions: ['coupon.edit', 'coupon.close'],
    types: read(COUPON, COUPON_SCOPE, REDEMPTION),
  },
  {
    roles: ['owner', 'sales-lead', 'storekeeper', 'service-manager', 'dispatcher'],
    actions: ['installed-item.edit'],
    types: read(INSTALLED_ITEM),
  },
  { roles: ['billing', 'accountant', 'support-lead', 'support-agent'], types: read(INSTALLED_ITEM) },
  {
    roles: ['sales'],
    actions: ['installed-item.edit'],
    types: [{ uid: INSTALLED_ITEM, can: ['read'], conditions: [OWN_INSTALLED_ITEMS] }],
  },
  { roles: ['owner', 'sales-lead'], actions: QUOTING, types: read(...QUOTES) },
  {
    roles: ['sales'],
    actions: QUOTING,
    types: [
      { uid: QUOTE, can: ['read'], conditions: [OWN_QUOTES] },
      { uid: QUOTE_LINE, can: ['read'], conditions: [OWN_QUOTE_LINES] },
    ],
  },
  { roles: ['billing', 'accountant'], actions: ['quote.document'], types: read(...QUOTES) },
  { roles: ['billing', 'accountant'], types: read(COUPON, COUPON_SCOPE, REDEMPTION) },
  {
    roles: ['sales'],
    types: [...read(COUPON, COUPON_SCOPE), { uid: REDEMPTION, can: ['read'], conditions: [OWN_REDEMPTIONS] }],
  },
];
