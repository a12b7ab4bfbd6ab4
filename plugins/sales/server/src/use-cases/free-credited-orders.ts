import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { LIVE_STATES } from '../domain/order-machine';
import { invoiceStandings } from '../stores/invoices';
import { ordersStore } from '../stores/orders';
import { invoicesOf } from './cancel-orders';
import { freeStock, reservedFor } from './free-stock';
import { lockOrders } from './lock-orders';
import { orderEvent } from './order-events';
import { unpackOrders } from './shipments/cancel-shipments';

/**
 * What is still reserved for orders all of whose invoices were credited whole is free for others at once: nobody pays for
 * it, and nothing more of it may leave. The orders stand until somebody cancels them.
 */
export async function freeCreditedOrders(tools: Tools, invoices: readonly number[]): Promise<void> {
  const { rows, clock, events } = tools.platform;
  const store = ordersStore(rows);
  const asked = [...(await store.ofInvoices(invoices)), ...(await store.liveWithAdded(invoices))];
  const live = asked.filter(({ state, goodsFreedAt }) => LIVE_STATES.includes(state) && goodsFreedAt === null);
  if (live.length === 0) return;
  const locked = await lockOrders(tools, [...new Set(live.map(({ id }) => id))]);
  const standings = await invoiceStandings(rows, locked.flatMap(invoicesOf));
  const unpaid = locked.filter(
    (one) =>
      invoicesOf(one).every((invoice) => {
        const standing = standings.get(invoice);
        return standing?.credited || standing?.state === 'void';
      }) && reservedFor(one).some(({ quantity }) => quantity > 0n),
  );
  if (unpaid.length === 0) return;
  await unpackOrders(tools, unpaid);
  await freeStock(tools, unpaid);
  const goodsFreedAt = clock.now();
  await store.update(unpaid.map(({ order: { id } }) => ({ id, goodsFreedAt })));
  await events.record(unpaid.map(({ order }) => orderEvent('order.goods_freed', order, { state: order.state })));
}
