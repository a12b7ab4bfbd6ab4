import { formatQuantity } from '@sanya/strapi-plugin-platform/kernel';
import { type Basket, recurringOf } from '../domain/basket';
import type { Price } from '../domain/catalogue';
import type { Sale } from '../domain/sale';
import type { StockLevel } from '../domain/stock';
import { type AppliedCoupon, discountsOf, type LineDiscount } from '../domain/redeem-coupons';
import { available } from '../domain/stock';
import type { OrderLineRow, OrderRow } from '../stores/orders';
import type { PriceRow, ProductRow } from '../stores/products';
import type { IssuedInvoice } from '../use-cases/invoicing';

type Invoice = Pick<IssuedInvoice, 'id' | 'documentId' | 'number' | 'state' | 'total' | 'amountDue' | 'dueDate'>;

const discountsKept = ({ derivation }: OrderLineRow): LineDiscount[] =>
  (derivation as { discounts?: LineDiscount[] } | null)?.discounts ?? [];

const couponView = ({ coupon, name, amount }: AppliedCoupon) => ({ code: coupon.code, name, amount });

const lineView = (line: OrderLineRow, sale?: Pick<Sale, 'lines'>, index = 0) => {
  const product = sale?.lines[index]?.product;
  return {
    id: line.id,
    documentId: line.documentId,
    position: line.position,
    ...(product ? { product: { documentId: product.documentId, name: product.name } } : {}),
    sku: line.sku,
    description: line.description,
    details: line.details,
    kind: line.kind,
    per: line.per,
    quantity: formatQuantity(line.quantity),
    delivered: formatQuantity(line.delivered),
    returned: formatQuantity(line.returned),
    unit: line.unit,
    options: line.options ?? [],
    unitPrice: line.unitPrice,
    discount: line.discount,
    discounts: discountsKept(line),
    net: line.net,
    tax: line.tax,
    total: line.total,
  };
};

export const invoiceView = ({ id, documentId, number, state, total, amountDue, dueDate }: Invoice) => ({
  ...{ id, documentId, number, state, total, amountDue, dueDate },
});

/** An order as the doors answer it, made from what was just written. */
export const orderView = (
  { order, lines }: { order: OrderRow; lines: readonly OrderLineRow[] },
  more: { sale?: Pick<Sale, 'lines'>; invoice?: Invoice | null } = {},
) => ({
  id: order.id,
  documentId: order.documentId,
  number: order.number,
  state: order.state,
  source: order.source,
  currency: order.currency,
  pricesIncludeTax: order.pricesIncludeTax,
  discount: order.discount,
  coupons: order.coupons ?? [],
  net: order.net,
  tax: order.tax,
  total: order.total,
  shipping: order.shipping,
  note: order.note,
  poNumber: order.poNumber,
  promisedOn: order.promisedOn,
  delayReason: order.delayReason,
  placedAt: order.placedAt,
  confirmedAt: order.confirmedAt,
  deliveredAt: order.deliveredAt,
  closedAt: order.closedAt,
  cancelledAt: order.cancelledAt,
  cancelReason: order.cancelReason,
  expiredAt: order.expiredAt,
  lines: lines.map((line, index) => lineView(line, more.sale, index)),
  ...(more.invoice ? { invoice: invoiceView(more.invoice) } : {}),
});

const priceView = ({ documentId, label, model, trialDays, minimumMonths }: Price) => ({
  ...{ documentId, label, model, trialDays, minimumMonths },
});

/** A preview: what an order of this would cost now, and what of it recurs from when. */
export const basketView = (basket: Basket, today: string) => ({
  currency: basket.currency,
  pricesIncludeTax: basket.pricesIncludeTax,
  discount: basket.discount,
  coupons: basket.coupons.map(couponView),
  net: basket.net,
  tax: basket.tax,
  total: basket.total,
  lines: basket.lines.map((line) => ({
    asked: line.asked,
    product: line.product && { documentId: line.product.documentId, name: line.product.name },
    price: line.price && priceView(line.price),
    sku: line.sku,
    description: line.description,
    details: line.details,
    kind: line.kind,
    per: line.per,
    quantity: formatQuantity(line.quantity),
    unit: line.unit,
    options: line.options,
    unitPrice: line.unitPrice,
    discount: line.discount,
    discounts: discountsOf(line),
    net: line.net,
    tax: line.tax,
    total: line.total,
    hints: line.hints.map((hint) => ({ ...hint, quantity: formatQuantity(hint.quantity) })),
  })),
  recurring: recurringOf(basket.lines, today, basket.turns),
});

export const stockView = (level: StockLevel) => ({
  id: level.id,
  onHand: formatQuantity(level.onHand),
  reserved: formatQuantity(level.reserved),
  available: formatQuantity(available(level)),
});

/** A product with all its prices, as staff read it. */
export const productView = (product: ProductRow, prices: readonly PriceRow[]) => ({
  ...product,
  // Products from before there were checks say nothing.
  checkBeforeShipping: product.checkBeforeShipping ?? false,
  quantityStep: formatQuantity(product.quantityStep),
  prices: prices.map(({ product: _, ...price }) => price),
});
