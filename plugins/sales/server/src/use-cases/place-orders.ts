import { move } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import type { OrderFacts, OrderLineFacts, OrderSource, Shipping } from '../domain/order';
import { orderMachine } from '../domain/order-machine';
import type { LineWish } from '../domain/price-lines';
import { type Sale, saleOf } from '../domain/sale';
import { reserve, type StockLevel, type StockMovement } from '../domain/stock';
import { type OrderLineRow, type OrderRow, ordersStore } from '../stores/orders';
import { stockStore } from '../stores/stock';
import { holdOrders, placedEvent } from './hold-orders';
import { invoiceOrders } from './invoice-orders';
import type { IssuedInvoice } from './invoicing';
import { must } from './must';
import { orderCoupons, redeemSlots } from './order-coupons';
import { type OrderParties, orderParties } from './order-parties';
import { creditQuestions, discountQuestions, type OrderQuestion } from './order-questions';
import { priceBaskets } from './price-baskets';

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
  /** Null while the order awaits its approval. */
  invoice: IssuedInvoice | null;
}

/** One order on its way: what was asked, of whom, at which price. */
export interface Placing extends OrderParties {
  wish: Omit<PlaceOrder, 'customer' | 'lines' | 'currency' | 'coupon' | 'coupons'>;
  sale: Sale;
  /** What somebody else has to grant first. */
  questions: OrderQuestion[];
}

interface Written extends Placing {
  order: OrderRow;
  lines: OrderLineRow[];
}

const isHeld = ({ questions }: Placing): boolean => questions.length > 0;

function orderFacts(placing: Placing, number: string, placedAt: string): OrderFacts {
  const { wish, sale, customer } = placing;
  const placed = move(orderMachine, 'draft', 'place');
  return {
    number,
    state: isHeld(placing) ? move(orderMachine, placed, 'hold') : placed,
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
    amendedOff: 0n,
    revision: 0,
    shipping: wish.shipping ?? customer.shippingAddress,
    note: wish.note ?? null,
    poNumber: wish.poNumber ?? null,
    promisedOn: null,
    delayReason: null,
    placedAt,
    confirmedAt: null,
    deliveredAt: null,
    closedAt: null,
    cancelledAt: null,
    cancelReason: null,
    expiredAt: null,
    waitsSince: isHeld(placing) ? null : placedAt,
  };
}

const lineFacts = (order: number, line: Sale['lines'][number], position: number): OrderLineFacts => ({
  order,
  product: line.product?.id ?? null,
  price: line.price,
  invoice: null,
  position,
  sku: line.sku,
  description: line.description,
  details: line.details,
  kind: line.kind,
  per: line.per,
  quantity: line.quantity,
  delivered: 0n,
  returned: 0n,
  unit: line.unit,
  unitPrice: line.unitPrice,
  discount: line.discount,
  net: line.net,
  tax: line.tax,
  total: line.total,
  stockTracked: line.stockTracked,
  taxCategory: line.taxCategory,
  incomeKind: line.incomeKind,
  options: line.options.length > 0 ? line.options : null,
  derivation: line.derivation,
  revision: 0,
  goodsFreedAt: null,
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
  await stockStore(platform.rows).move(movements, levels, at);

  let taken = 0;
  return placings.map((placing, index) => {
    const own = rows.slice(taken, (taken += placing.sale.lines.length));
    return { ...placing, order: { ...must(facts[index]), ...must(refs[index]) }, lines: own };
  });
}

/**
 * Places orders whose prices are settled: reserves their stock, writes them, issues their invoices and queues the
 * confirmation. What goes beyond a limit awaits its approval instead. Customers and coupons are locked by whoever calls,
 * in the transaction under way.
 */
export async function placeSales(tools: Tools, placings: readonly Placing[]): Promise<PlacedOrder[]> {
  const levels = await reserveStock(tools, placings);
  const written = await writeOrders(tools, placings, levels);
  await redeemSlots(
    tools,
    written.map(({ order, sale }) => ({ order, applied: sale.coupons })),
  );
  await holdOrders(tools, written.filter(isHeld));
  const invoiced = await invoiceOrders(
    tools,
    written.filter((one) => !isHeld(one)),
    ({ order, invoice }) => placedEvent(order, invoice.number),
  );
  const byId = new Map(invoiced.map((one) => [one.order.id, one]));
  return written.map(({ order, lines, sale }): PlacedOrder => {
    const own = byId.get(order.id);
    return { order: own?.order ?? order, lines, sale, invoice: own?.invoice ?? null };
  });
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
    const sales = baskets.map(saleOf);
    const discounts = await discountQuestions(
      tools,
      wishes.map(({ source }, index) => ({ source, sale: must(sales[index]) })),
    );
    const credits = await creditQuestions(
      tools,
      wishes.map(({ customer }, index) => ({ customer, amount: must(sales[index]).total })),
    );
    return placeSales(
      tools,
      wishes.map((wish, index) => ({
        wish,
        ...must(parties[index]),
        sale: must(sales[index]),
        questions: [...must(credits[index]), ...must(discounts[index])],
      })),
    );
  });
}
