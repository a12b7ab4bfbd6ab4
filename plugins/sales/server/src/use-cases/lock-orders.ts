import type { Ref, Tools } from '@sanya/strapi-plugin-platform/kit';
import { badInput, type Language } from '@sanya/strapi-plugin-platform/kernel';
import { CUSTOMER } from '../content-types/types';
import { type OrderLineRow, type OrderRow, ordersStore } from '../stores/orders';

export interface OrderCustomer extends Ref {
  name: string;
  language: Language;
  email: string | null;
}

export interface LockedOrder {
  order: OrderRow;
  lines: OrderLineRow[];
  customer: OrderCustomer;
}

/**
 * Orders with their lines, in the order asked, after their customers were locked in id order
 * and then they themselves. One that is named twice is refused: it would be moved, and its stock, twice. An id without an order is a programming error: the doors have looked before.
 */
export async function lockOrders({ platform }: Tools, ids: readonly number[]): Promise<LockedOrder[]> {
  const { rows } = platform;
  const store = ordersStore(rows);
  const seen = await store.byIds(ids);
  const customers = await rows.byIds<Omit<OrderCustomer, keyof Ref>>(
    CUSTOMER,
    seen.map((order) => order.customer),
    { fields: ['name', 'language', 'email'], lock: 'wait' },
  );
  const orders = new Map((await store.byIds(ids, 'wait')).map((order) => [order.id, order]));
  const twice = ids.find((id, index) => ids.indexOf(id) < index);
  if (twice !== undefined) throw badInput('order.twice', { params: { order: orders.get(twice)?.number ?? '' } });
  const lines = await store.linesOf(ids);
  return ids.map((id) => {
    const order = orders.get(id);
    const customer = customers.find((row) => row.id === order?.customer);
    if (!order || !customer) throw new Error(`There is no order ${id}`);
    return { order, customer, lines: lines.filter((line) => line.order === id) };
  });
}
