import { move } from '@sanya/strapi-plugin-platform/kernel';
import type { NewDelivery, NewEvent, Tools } from '@sanya/strapi-plugin-platform/kit';
import { ORDER } from '../content-types/types';
import type { OrderFacts, OrderLineFacts, OrderSource, Shipping } from '../domain/order';
import { orderMachine } from '../domain/order-machine';
import type { LineWish } from '../domain/price-lines';
import { type Sale, saleOf } from '../domain/sale';
import { reserve, type StockLevel, type StockMovement } from '../domain/stock';
import { type OrderLineRow, type OrderRow, ordersStore } from '../stores/orders';
import { stockStore } from '../stores/stock';
import { confirmPaidOrders } from './confirm-paid-orders';
import { type InvoiceDraft, type IssuedInvoice, invoicing } from './invoicing';
import { must } from './must';
import { orderMail } from './order-mail';
import { orderCoupons, redeemSlots } from './order-coupons';
import { type OrderParties, orderParties } from './order-parties';
import { draftLine, priceBaskets } from './price-baskets';

export const ORDER_SERIES = 'order';

export interface PlaceOrder {
  /** Row id. */
  customer: number;
  contact?: number;
  source: OrderSource;
  lines: readonly LineWish[];
  currency?: string;
  coupon?: string;
  coupons?: readonly string[];
  shipping?: Shipping;
  note?: string;
  poNumber?: string;
}

export interface PlacedOrder {
  order: OrderRow;
  lines: OrderLineRow[];
  sale: Sale;
  invoice: IssuedInvoice;
}

/** One order on its way: what was asked, of whom, at which price. */
export interface Placing extends OrderParties {
  wish: Omit<PlaceOrder, 'customer' | 'lines' | 'currency' | 'coupon' | 'coupons'>;
  sale: Sale;
}

interface Written extends Placing {
  order: OrderRow;
  lines: OrderLineRow[];
}

function orderFacts({ wish, sale, customer }: Placing, number: string, placedAt: string): OrderFacts {
  return {
    number,
    state: move(orderMachine, 'draft', 'place'),
    customer: customer.id,
    contact: wish.contact ?? null,
    invoice: null,
    source: wish.source,
    language: customer.language,
    currency: sale.currency,
    pricesIncludeTax: sale.pricesIncludeTax,
    discount: sale.discount,
    coupons: orderCoupons(sale.coupons),
    net: sale.net,
    tax: sale.tax,
    total: sale.total,
    shipping: wish.shipping ?? customer.shippingAddress,
    note: wish.note ?? null,
    poNumber: wish.poNumber ?? null,
    placedAt,
    confirmedAt: null,
    deliveredAt: null,
    closedAt: null,
    cancelledAt: null,
    cancelReason: null,
    expiredAt: null,
    waitsSince: placedAt,
  };
}

const lineFacts = (order: number, line: Sale['lines'][number], position: number): OrderLineFacts => ({
  order,
  product: line.product?.id ?? null,
  price: line.price,
  position,
  sku: line.sku,
  description: line.description,
  details: line.details,
  kind: line.kind,
  per: line.per,
  quantity: line.quantity,
  delivered: 0n,
  unit: line.unit,
  unitPrice: line.unitPrice,
  discount: line.discount,
  net: line.net,
  tax: line.tax,
  total: line.total,
  stockTracked: line.stockTracked,
  options: line.options.length > 0 ? line.options : null,
  derivation: line.derivation,
});

/** Promises the goods of all orders, or none of them; returns the levels for the movements to name. */
async function reserveStock({ platform }: Tools, placings: readonly Placing[]): Promise<StockLevel[]> {
  const wishes = placings.flatMap(({ sale }) =>
    sale.lines.flatMap((line) =>
      line.stockTracked && line.product
        ? [
            {
              product: line.product.id,
              quantity: line.quantity,
              name: line.product.name,
              field: `lines.${line.asked}.quantity`,
            },
          ]
        : [],
    ),
  );
  const stock = stockStore(platform.rows);
  const levels = await stock.lock(wishes.map((wish) => wish.product));
  await stock.save(reserve(levels, wishes));
  return levels;
}

/** Writes the orders, their lines and the movements of their stock. */
async function writeOrders(
  { platform }: Tools,
  placings: readonly Placing[],
  levels: readonly StockLevel[],
): Promise<Written[]> {
  const at = platform.clock.now();
  const date = platform.clock.today();
  const store = ordersStore(platform.rows);
  const numbers = await platform.numbers.take(placings.map(() => ({ series: ORDER_SERIES, branch: null, date })));
  const facts = placings.map((placing, index) => orderFacts(placing, must(numbers[index]), at));
  const refs = await store.insert(facts);
  const lines = placings.flatMap(({ sale }, index) =>
    sale.lines.map((line, place) => lineFacts(must(refs[index]).id, line, place + 1)),
  );
  const lineRefs = await store.insertLines(lines);
  const rows = lines.map((line, index): OrderLineRow => ({ ...line, ...must(lineRefs[index]) }));

  const items = new Map(levels.map((level) => [level.product, level.id]));
  const movements = rows.flatMap(({ id, product, quantity, stockTracked }): StockMovement[] =>
    stockTracked && product !== null
      ? [{ stockItem: must(items.get(product)), kind: 'reserve', quantity, orderLine: id, reason: null }]
      : [],
  );
  await stockStore(platform.rows).move(movements, at);

  let taken = 0;
  return placings.map((placing, index) => {
    const own = rows.slice(taken, (taken += placing.sale.lines.length));
    return { ...placing, order: { ...must(facts[index]), ...must(refs[index]) }, lines: own };
  });
}

const invoiceDraft = ({ wish, sale, order, lines }: Written): InvoiceDraft => ({
  customer: order.customer,
  branch: null,
  currency: sale.currency,
  ...(wish.poNumber === undefined ? {} : { poNumber: wish.poNumber }),
  pricesIncludeTax: sale.pricesIncludeTax,
  source: { type: ORDER, id: order.id, documentId: order.documentId, number: order.number ?? undefined },
  send: false,
  lines: sale.lines.map((line, index) => draftLine(line, must(lines[index]).documentId)),
});

const placedEvent = ({ order, invoice }: PlacedOrder): NewEvent => ({
  name: 'order.placed',
  subject: { type: ORDER, id: order.id, documentId: order.documentId },
  customer: order.customer,
  after: {
    number: order.number,
    state: order.state,
    total: order.total,
    currency: order.currency,
    source: order.source,
    invoice: invoice.number,
  },
});

/** What costs nothing is paid by being placed. */
async function confirmFree(tools: Tools, placed: PlacedOrder[]): Promise<PlacedOrder[]> {
  const free = placed.filter(({ invoice }) => invoice.state === 'paid').map(({ invoice }) => invoice.id);
  if (free.length === 0) return placed;
  const confirmed = new Map((await confirmPaidOrders(tools, free)).map(({ order }) => [order.id, order]));
  return placed.map((one) => ({ ...one, order: confirmed.get(one.order.id) ?? one.order }));
}

/**
 * Places orders whose prices are settled: reserves their stock, writes them, issues their invoices and queues the
 * confirmation. Their customers and coupons are locked by whoever calls, in the transaction under way.
 */
export async function placeSales(tools: Tools, placings: readonly Placing[]): Promise<PlacedOrder[]> {
  const { platform, strapi } = tools;
  const levels = await reserveStock(tools, placings);
  const written = await writeOrders(tools, placings, levels);
  await redeemSlots(
    tools,
    written.map(({ order, sale }) => ({ order, applied: sale.coupons })),
  );

  const invoices = await invoicing(strapi).issue(written.map(invoiceDraft));
  const placed = written.map(({ order, lines, sale }, index): PlacedOrder => {
    const invoice = must(invoices[index]);
    return { order: { ...order, invoice: invoice.id }, lines, sale, invoice };
  });
  await ordersStore(platform.rows).update(placed.map(({ order: { id, invoice } }) => ({ id, invoice })));
  await platform.events.record(placed.map(placedEvent));
  await platform.mail.queue(
    placed.flatMap((one, index): NewDelivery[] => {
      const { mailTo, customer } = must(written[index]);
      return mailTo ? [orderMail(platform, 'order-confirmation', one, { to: mailTo, name: customer.name })] : [];
    }),
  );
  return confirmFree(tools, placed);
}

/**
 * Places orders at the prices of today, all in one transaction or nothing. The number of statements does not depend on
 * the number of lines.
 */
export async function placeOrders(tools: Tools, wishes: readonly PlaceOrder[]): Promise<PlacedOrder[]> {
  const { platform } = tools;
  return platform.transaction(async () => {
    const parties = await orderParties(tools, wishes);
    const baskets = await priceBaskets(
      tools,
      wishes.map((wish, index) => ({ ...wish, language: must(parties[index]).customer.language })),
      true,
    );
    return placeSales(
      tools,
      wishes.map((wish, index) => ({ wish, ...must(parties[index]), sale: saleOf(must(baskets[index])) })),
    );
  });
}
