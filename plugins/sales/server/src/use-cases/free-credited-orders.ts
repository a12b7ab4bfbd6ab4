import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { asksNothing } from '../domain/cancel';
import { LIVE_STATES } from '../domain/order-machine';
import { invoiceStandings } from '../stores/invoices';
import { type OrderRow, ordersStore } from '../stores/orders';
import { invoicesOf } from './cancel-orders';
import { freeStock, reservedFor } from './free-stock';
import { lockOrders } from './lock-orders';
import { orderEvent } from './order-events';
import { unpackOrders } from './shipments/cancel-shipments';

const holdsGoods = ({ state, goodsFreedAt }: OrderRow): boolean => LIVE_STATES.includes(state) && goodsFreedAt === null;

/**
 * What is still reserved for orders all of whose invoices were credited whole is free for others: nobody pays for
 * it, and nothing more of it may leave. The orders stand until somebody cancels them.
 * In a transaction of its own, after that of the credit: there the number of the credit note is taken already, and stock
 * comes before numbers; and whoever amends an order has by then written what takes the place of what was credited.
 */
export const freeCreditedOrders = (tools: Tools, invoices: readonly number[]): Promise<void> =>
  tools.platform.transaction(() => free(tools, invoices));

async function free(tools: Tools, invoices: readonly number[]): Promise<void> {
  const { rows, clock, events } = tools.platform;
  const store = ordersStore(rows);
  const asked = [...(await store.ofInvoices(invoices)), ...(await store.liveWithAdded(invoices))];
  const live = asked.filter(holdsGoods);
  if (live.length === 0) return;
  const locked = await lockOrders(tools, [...new Set(live.map(({ id }) => id))]);
  const standings = await invoiceStandings(rows, locked.flatMap(invoicesOf));
  const unpaid = locked.filter(
    (one) =>
      holdsGoods(one.order) &&
      asksNothing(invoicesOf(one).flatMap((invoice) => standings.get(invoice) ?? [])) &&
      reservedFor(one).some(({ quantity }) => quantity > 0n),
  );
  if (unpaid.length === 0) return;
  await unpackOrders(tools, unpaid);
  await freeStock(tools, unpaid);
  const goodsFreedAt = clock.now();
  await store.update(unpaid.map(({ order: { id } }) => ({ id, goodsFreedAt })));
  await events.record(unpaid.map(({ order }) => orderEvent('order.goods_freed', order, { state: order.state })));
}
