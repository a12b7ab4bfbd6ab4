import type { Ref, Tools } from '@sanya/strapi-plugin-platform/kit';
import { badInput, type Language } from '@sanya/strapi-plugin-platform/kernel';
import { CUSTOMER } from '../content-types/types';
import { type OrderLineRow, type OrderRow, ordersStore } from '../stores/orders';

export interface OrderCustomer extends Ref {
  name: string;
  language: Language;
  email: string | null;
  creditTermsDays: number;
}

export interface LockedOrder {
  order: OrderRow;
  lines: OrderLineRow[];
  customer: OrderCustomer;
}

/**
 * The customers are locked in id order, then their orders. What is read of an order before its customer is locked is its
 * customer alone, and that never changes. One that is named twice is refused: it would be moved, and its stock, twice.
 */
async function lock({ platform }: Tools, ids: readonly number[], how: 'wait' | 'skip'): Promise<LockedOrder[]> {
  const { rows } = platform;
  const store = ordersStore(rows);
  const seen = await store.byIds(ids);
  const customers = await rows.byIds<Omit<OrderCustomer, keyof Ref>>(
    CUSTOMER,
    seen.map((order) => order.customer),
    { fields: ['name', 'language', 'email', 'creditTermsDays'], lock: how },
  );
  const byId = new Map(customers.map((customer) => [customer.id, customer]));
  const free = seen.filter((order) => byId.has(order.customer)).map((order) => order.id);
  const orders = new Map((await store.byIds(free, 'wait')).map((order) => [order.id, order]));
  const twice = ids.find((id, index) => ids.indexOf(id) < index);
  if (twice !== undefined) throw badInput('order.twice', { params: { order: orders.get(twice)?.number ?? '' } });
  const lines = await store.linesOf(free);
  return ids.flatMap((id) => {
    const order = orders.get(id);
    const customer = order && byId.get(order.customer);
    return customer ? [{ order, customer, lines: lines.filter((line) => line.order === id) }] : [];
  });
}

/**
 * Orders with their lines, in the order asked, locked with their customers. An id without an order is a programming
 * error: the doors have looked before.
 */
export async function lockOrders(tools: Tools, ids: readonly number[]): Promise<LockedOrder[]> {
  const locked = await lock(tools, ids, 'wait');
  const missing = ids.find((id) => !locked.some(({ order }) => order.id === id));
  if (missing !== undefined) throw new Error(`There is no order ${missing}`);
  return locked;
}

/** For runs: those of the orders whose customers nobody else has locked. */
export const lockFreeOrders = (tools: Tools, ids: readonly number[]): Promise<LockedOrder[]> =>
  lock(tools, ids, 'skip');
