import type { Constraint } from '@sanya/strapi-plugin-platform/kit';
import { couponConstraints } from './coupon-constraints';
import { importConstraints } from './import-constraints';
import { installedItemConstraints } from './installed-item-constraints';
import { quoteConstraints } from './quote-constraints';
import { warehouseConstraints } from './warehouse-constraints';
import { goodsReceiptConstraints } from './goods-receipt-constraints';
import { routeConstraints } from './route-constraints';
import { returnConstraints, shipmentConstraints } from './shipment-constraints';
import { ORDER, ORDER_LINE, PRICE, PRODUCT, STOCK_ITEM, STOCK_MOVEMENT } from './types';

export const constraints: readonly Constraint[] = [
  {
    kind: 'unique',
    type: PRODUCT,
    name: 'sales_products_sku',
    columns: ['sku'],
    when: '{sku} is not null',
    code: 'product.sku_taken',
  },
  {
    kind: 'check',
    type: PRODUCT,
    name: 'sales_products_step',
    condition: '{quantityStep} > 0',
    code: 'product.step_invalid',
  },
  { kind: 'restrict', type: PRICE, relation: 'product' },
  {
    kind: 'check',
    type: PRICE,
    name: 'sales_prices_unit_price',
    condition: '{unitPrice} >= 0',
    code: 'price.negative',
  },
  {
    kind: 'check',
    type: PRICE,
    name: 'sales_prices_setup_fee',
    condition: '{setupFee} is null or {setupFee} >= 0',
    code: 'price.negative',
  },
  {
    kind: 'check',
    type: PRICE,
    name: 'sales_prices_valid',
    condition: '{validFrom} is null or {validTo} is null or {validFrom} <= {validTo}',
    code: 'price.dates_crossed',
  },

  { kind: 'restrict', type: STOCK_ITEM, relation: 'product' },
  {
    kind: 'unique',
    type: STOCK_ITEM,
    name: 'sales_stock_items_product',
    columns: ['product'],
    code: 'stock.item_taken',
  },
  {
    // Overselling is not a bug that can be written: the database refuses it.
    kind: 'check',
    type: STOCK_ITEM,
    name: 'sales_stock_items_level',
    condition: '{reserved} >= 0 and {onHand} >= {reserved}',
    code: 'stock.oversold',
  },
  { kind: 'restrict', type: STOCK_MOVEMENT, relation: 'stockItem' },
  {
    kind: 'freeze',
    type: STOCK_MOVEMENT,
    columns: [
      ...['stockItem', 'kind', 'quantity', 'orderLine', 'at', 'onHandAfter', 'reservedAfter'],
      ...['warehouse', 'otherEnd', 'shelfAfter'],
    ],
  },
  { kind: 'index', type: STOCK_MOVEMENT, name: 'sales_stock_movements_at', columns: ['at'] },
  { kind: 'index', type: STOCK_MOVEMENT, name: 'sales_stock_movements_kind', columns: ['kind', 'at'] },

  ...warehouseConstraints,
  ...routeConstraints,
  ...goodsReceiptConstraints,

  { kind: 'restrict', type: ORDER, relation: 'customer' },
  { kind: 'restrict', type: ORDER, relation: 'invoice' },
  {
    kind: 'unique',
    type: ORDER,
    name: 'sales_orders_number',
    columns: ['number'],
    when: '{number} is not null',
    code: 'order.number_taken',
  },
  { kind: 'index', type: ORDER, name: 'sales_orders_state', columns: ['state', 'placedAt'] },
  { kind: 'index', type: ORDER, name: 'sales_orders_placed', columns: ['placedAt'] },
  { kind: 'index', type: ORDER, name: 'sales_orders_beginnings', columns: ['number'], beginnings: true },
  {
    kind: 'index',
    type: ORDER,
    name: 'sales_orders_waiting',
    columns: ['waitsSince'],
    when: "{state} = 'placed' and {waitsSince} is not null",
  },
  {
    kind: 'freeze',
    type: ORDER,
    when: "{state} <> 'draft'",
    // Amending counts each of its changes: nothing else changes what was ordered.
    unless: '{new.revision} = {old.revision} + 1',
    columns: [
      'number',
      'customer',
      'currency',
      'pricesIncludeTax',
      'discount',
      'coupons',
      'net',
      'tax',
      'total',
      'amendedOff',
      'placedAt',
      'source',
    ],
  },
  { kind: 'restrict', type: ORDER_LINE, relation: 'order' },
  { kind: 'restrict', type: ORDER_LINE, relation: 'product' },
  { kind: 'restrict', type: ORDER_LINE, relation: 'invoice' },
  {
    kind: 'freeze',
    type: ORDER_LINE,
    unless: '{new.revision} = {old.revision} + 1',
    columns: [
      'order',
      'product',
      'price',
      'position',
      'description',
      'kind',
      'per',
      'quantity',
      'unitPrice',
      'discount',
      'net',
      'tax',
      'total',
      'taxCategory',
      'incomeKind',
      'options',
      'derivation',
    ],
  },
  {
    kind: 'check',
    type: ORDER_LINE,
    name: 'sales_order_lines_delivered',
    condition: '{delivered} >= 0 and {delivered} <= {quantity}',
    code: 'order.more_than_ordered',
  },
  {
    kind: 'check',
    type: ORDER_LINE,
    name: 'sales_order_lines_returned',
    condition: '{returned} >= 0 and {returned} <= {delivered}',
    code: 'return.more_than_delivered',
  },
  ...shipmentConstraints,
  ...returnConstraints,
  ...installedItemConstraints,
  ...couponConstraints,
  ...importConstraints,
  ...quoteConstraints,
];
