import type { Read } from '@sanya/strapi-plugin-platform/kit';
import {
  CARRIER,
  COUPON,
  COUPON_SCOPE,
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
  SHELF,
  SHIPMENT,
  SHIPMENT_LINE,
  STOCK_ITEM,
  STOCK_MOVEMENT,
  WAREHOUSE,
} from '../content-types/types';

/** What was sent to a customer, or asked for by one. */
const SHOWN = { $or: [{ sentAt: { $notNull: true } }, { requestedOn: { $notNull: true } }] };

export const reads: readonly Read[] = [
  {
    type: PRODUCT,
    path: '/products',
    storefront: 'public',
    staff: true,
    where: { state: { $eq: 'active' } },
    populate: { prices: true },
  },
  {
    type: PRICE,
    path: '/prices',
    storefront: 'public',
    staff: true,
    where: { product: { state: { $eq: 'active' } } },
  },
  { type: ORDER, path: '/orders', storefront: 'member', staff: true },
  { type: ORDER_LINE, path: '/order-lines', storefront: 'member', staff: true },
  { type: SHIPMENT, path: '/shipments', storefront: 'member', staff: true },
  { type: SHIPMENT_LINE, path: '/shipment-lines', storefront: 'member', staff: true },
  { type: GOODS_RETURN, path: '/returns', storefront: 'member', staff: true },
  { type: GOODS_RETURN_LINE, path: '/return-lines', storefront: 'member', staff: true },
  { type: INSTALLED_ITEM, path: '/installed-items', storefront: 'member', staff: true },
  { type: QUOTE, path: '/quotes', storefront: 'member', staff: true, where: SHOWN },
  { type: QUOTE_LINE, path: '/quote-lines', storefront: 'member', staff: true, where: { quote: SHOWN } },
  { type: PRODUCT_IMPORT, path: '/product-imports', staff: true },
  { type: PRODUCT_IMPORT_ROW, path: '/product-import-rows', staff: true, problems: ['reason'] },
  { type: WAREHOUSE, path: '/warehouses', staff: true },
  { type: CARRIER, path: '/carriers', staff: true },
  { type: SHELF, path: '/shelves', staff: true },
  { type: STOCK_ITEM, path: '/stock', staff: true },
  { type: STOCK_MOVEMENT, path: '/stock-movements', staff: true },
  { type: COUPON, path: '/coupons', staff: true },
  { type: COUPON_SCOPE, path: '/coupon-scopes', staff: true },
  { type: REDEMPTION, path: '/redemptions', staff: true },
];

/** The way from a type to the customer who owns it. */
export const owners: Record<string, string> = {
  [ORDER]: 'customer',
  [ORDER_LINE]: 'order.customer',
  [SHIPMENT]: 'order.customer',
  [SHIPMENT_LINE]: 'shipment.order.customer',
  [GOODS_RETURN]: 'order.customer',
  [GOODS_RETURN_LINE]: 'goodsReturn.order.customer',
  [INSTALLED_ITEM]: 'customer',
  [QUOTE]: 'customer',
  [QUOTE_LINE]: 'quote.customer',
  [REDEMPTION]: 'customer',
};
