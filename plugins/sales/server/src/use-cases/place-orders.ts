import { conflict, type Language, move, notFound } from '@sanya/strapi-plugin-platform/kernel';
import type { NewDelivery, NewEvent, Ref, Tools } from '@sanya/strapi-plugin-platform/kit';
import { CONTACT, CUSTOMER, ORDER } from '../content-types/types';
import type { Basket, BasketLine } from '../domain/basket';
import type { OrderFacts, OrderLineFacts, OrderSource, Shipping } from '../domain/order';
import { orderMachine } from '../domain/order-machine';
import type { LineWish } from '../domain/price-lines';
import { reserve, type StockMovement, type StockWish } from '../domain/stock';
import { type OrderLineRow, type OrderRow, ordersStore } from '../stores/orders';
import { stockStore } from '../stores/stock';
import { confirmPaidOrders } from './confirm-paid-orders';
import { type IssuedInvoice, invoicing } from './invoicing';
import { orderMail } from './order-mail';
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
  shipping?: Shipping;
  note?: string;
  poNumber?: string;
}

export interface PlacedOrder {
  order: OrderRow;
  lines: OrderLineRow[];
  basket: Basket;
  invoice: IssuedInvoice;
}

interface CustomerFacts {
  name: string;
  state: 'active' | 'closed';
  language: Language;
  email: string | null;
  shippingAddress: Shipping | null;
}

const present = <T>(value: T | undefined, what: string): T => {
  if (value === undefined) throw new Error(`${what} is missing`);
  return value;
};

/** The customers of these orders, locked in id order: nobody else moves their money or their goods meanwhile. */
async function lockCustomers({ platform }: Tools, orders: readonly PlaceOrder[]) {
  const ids = [...new Set(orders.map((order) => order.customer))];
  const rows = await platform.rows.byIds<CustomerFacts>(CUSTOMER, ids, {
    fields: ['name', 'state', 'language', 'email', 'shippingAddress'],
    lock: 'wait',
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  for (const { customer } of orders) {
    const row = byId.get(customer);
    if (!row) throw notFound('order.customer_unknown', { field: 'customer' });
    if (row.state !== 'active') throw conflict('order.customer_closed', { params: { customer: row.name } });
  }
  return byId;
}

interface ContactFacts {
  customer: number | null;
  email: string | null;
  name: string;
}

async function contactsOf({ platform }: Tools, orders: readonly PlaceOrder[]) {
  const ids = orders.flatMap((order) => (order.contact === undefined ? [] : [order.contact]));
  const rows =
    ids.length === 0
      ? []
      : await platform.rows.byIds<ContactFacts>(CONTACT, ids, { fields: ['customer', 'email', 'name'] });
  const byId = new Map(rows.map((row) => [row.id, row]));
  for (const { contact, customer } of orders) {
    if (contact !== undefined && byId.get(contact)?.customer !== customer) {
      throw notFound('order.contact_unknown', { field: 'contact' });
    }
  }
  return byId;
}

const tracked = (lines: readonly BasketLine[]): { line: BasketLine; index: number }[] =>
  lines.flatMap((line, index) => (line.product.stockTracked ? [{ line, index }] : []));

const stockWishes = (baskets: readonly Basket[]): StockWish[] =>
  baskets.flatMap((basket) =>
    tracked(basket.lines).map(({ line, index }) => ({
      product: line.product.id,
      quantity: line.quantity,
      name: line.product.name,
      field: `lines.${index}.quantity`,
    })),
  );

function orderFacts(wish: PlaceOrder, basket: Basket, customer: CustomerFacts, number: string, at: string): OrderFacts {
  return {
    number,
    state: move(orderMachine, 'draft', 'place'),
    customer: wish.customer,
    contact: wish.contact ?? null,
    invoice: null,
    source: wish.source,
    language: customer.language,
    currency: basket.currency,
    pricesIncludeTax: basket.pricesIncludeTax,
    discount: basket.discount,
    net: basket.net,
    tax: basket.tax,
    total: basket.total,
    shipping: wish.shipping ?? customer.shippingAddress,
    note: wish.note ?? null,
    poNumber: wish.poNumber ?? null,
    placedAt: at,
    confirmedAt: null,
    deliveredAt: null,
    closedAt: null,
    cancelledAt: null,
    cancelReason: null,
  };
}

const lineFacts = (order: number, line: BasketLine, position: number): OrderLineFacts => ({
  order,
  product: line.product.id,
  price: line.price?.id ?? null,
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
  stockTracked: line.product.stockTracked,
  derivation: draftLine(line, null).derivation,
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
 * Places orders: reserves their stock, writes them, issues their invoices and queues the confirmation, all in one
 * transaction or nothing. The number of statements does not depend on the number of lines.
 */
export async function placeOrders(tools: Tools, wishes: readonly PlaceOrder[]): Promise<PlacedOrder[]> {
  const { platform, strapi } = tools;
  const { rows } = platform;
  return platform.transaction(async () => {
    const at = platform.clock.now();
    const customers = await lockCustomers(tools, wishes);
    const contacts = await contactsOf(tools, wishes);
    const customerOf = (wish: PlaceOrder) => present(customers.get(wish.customer), 'customer');
    const baskets = await priceBaskets(
      tools,
      wishes.map((wish) => ({ ...wish, language: customerOf(wish).language })),
    );

    const asked = stockWishes(baskets);
    const stock = stockStore(rows);
    const levels = await stock.lock(asked.map((wish) => wish.product));
    const changed = reserve(levels, asked);
    await stock.save(changed);

    const numbers = await platform.numbers.take(
      wishes.map(() => ({ series: ORDER_SERIES, branch: null, date: platform.clock.today() })),
    );
    const store = ordersStore(rows);
    const facts = wishes.map((wish, index) =>
      orderFacts(wish, present(baskets[index], 'basket'), customerOf(wish), numbers[index] ?? '', at),
    );
    const refs = await store.insert(facts);
    const places = baskets.flatMap((basket, order) => basket.lines.map((line, index) => ({ order, line, index })));
    const lineRows = places.map(({ order, line, index }) =>
      lineFacts(present(refs[order], 'order').id, line, index + 1),
    );
    const lineRefs = await store.insertLines(lineRows);
    const stockItems = new Map(levels.map((level) => [level.product, level.id]));
    const movements = places.flatMap(({ line }, place): StockMovement[] =>
      line.product.stockTracked
        ? [
            {
              stockItem: present(stockItems.get(line.product.id), 'stock item'),
              kind: 'reserve',
              quantity: line.quantity,
              orderLine: lineRefs[place]?.id ?? null,
              reason: null,
            },
          ]
        : [],
    );
    if (movements.length > 0) await stock.move(movements, at);

    const linesOf = (order: number): { line: BasketLine; ref: Ref; facts: OrderLineFacts }[] =>
      places.flatMap(({ order: owner, line }, place) => {
        const ref = lineRefs[place];
        const row = lineRows[place];
        return owner === order && ref && row ? [{ line, ref, facts: row }] : [];
      });
    const invoices = await invoicing(strapi).issue(
      wishes.map((wish, index) => {
        const basket = present(baskets[index], 'basket');
        const ref = present(refs[index], 'order');
        return {
          customer: wish.customer,
          branch: null,
          currency: basket.currency,
          ...(wish.poNumber === undefined ? {} : { poNumber: wish.poNumber }),
          pricesIncludeTax: basket.pricesIncludeTax,
          source: { type: ORDER, ...ref, number: numbers[index] },
          send: false,
          lines: linesOf(index).map(({ line, ref: lineRef }) => draftLine(line, lineRef.documentId)),
        };
      }),
    );
    await store.update(refs.map((ref, index) => ({ id: ref.id, invoice: invoices[index]?.id ?? null })));

    const placed = refs.map((ref, index): PlacedOrder => {
      const invoice = present(invoices[index], 'invoice');
      return {
        order: { ...present(facts[index], 'order'), ...ref, invoice: invoice.id },
        lines: linesOf(index).map(({ ref: lineRef, facts: row }) => ({ ...row, ...lineRef })),
        basket: present(baskets[index], 'basket'),
        invoice,
      };
    });
    await platform.events.record(placed.map(placedEvent));
    const mails = placed.flatMap((one, index): NewDelivery[] => {
      const wish = present(wishes[index], 'wish');
      const customer = customerOf(wish);
      const to = (wish.contact === undefined ? undefined : contacts.get(wish.contact)?.email) ?? customer.email;
      return to ? [orderMail(platform, 'order-confirmation', one, { to, name: customer.name })] : [];
    });
    if (mails.length > 0) await platform.mail.queue(mails);
    return confirmFree(tools, placed);
  });
}
