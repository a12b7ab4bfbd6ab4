import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { asksNothing } from '../domain/cancel';
import { LIVE_STATES } from '../domain/order-machine';
import { outstanding } from '../domain/stock';
import { invoiceStandings } from '../stores/invoices';
import { ordersStore } from '../stores/orders';
import { invoicesOf } from './cancel-orders';
import { freeStock, reservedFor } from './free-stock';
import { lockOrders } from './lock-orders';
import { orderEvent } from './order-events';
import { unpackLines } from './shipments/cancel-shipments';

/**
 * What is still reserved for lines whose invoice was credited whole is free for others: nobody pays for it, and nothing
 * more of it may leave. The orders stand: with what their other invoices ask for, or until somebody cancels them.
 * In a transaction of its own, after that of the credit: there the number of the credit note is taken already, and stock
 * comes before numbers; and whoever amends an order has by then written what takes the place of what was credited.
 */
export const freeCreditedOrders = (tools: Tools, invoices: readonly number[]): Promise<void> =>
  tools.platform.transaction(() => free(tools, invoices));

async function free(tools: Tools, invoices: readonly number[]): Promise<void> {
  const { rows, clock, events } = tools.platform;
  const store = ordersStore(rows);
  const asked = [...(await store.ofInvoices(invoices)), ...(await store.liveWithAdded(invoices))];
  const live = asked.filter(({ state }) => LIVE_STATES.includes(state));
  if (live.length === 0) return;
  const locked = await lockOrders(tools, [...new Set(live.map(({ id }) => id))]);
  const standings = await invoiceStandings(rows, locked.flatMap(invoicesOf));
  const isFreed = (invoice: number | null): boolean => {
    const standing = invoice === null ? undefined : standings.get(invoice);
    return standing !== undefined && asksNothing([standing]);
  };
  const freed = locked
    .filter(({ order: { state } }) => LIVE_STATES.includes(state))
    .map((one) => ({
      ...one,
      lines: one.lines.filter(
        (line) => line.goodsFreedAt === null && outstanding(line) > 0n && isFreed(line.invoice ?? one.order.invoice),
      ),
    }))
    .filter(({ lines }) => lines.length > 0);
  if (freed.length === 0) return;
  await unpackLines(tools, freed);
  await freeStock(tools, freed);
  const goodsFreedAt = clock.now();
  await store.updateLines(freed.flatMap(({ lines }) => lines.map(({ id }) => ({ id, goodsFreedAt }))));
  const withGoods = freed.filter((one) => reservedFor(one).length > 0);
  await events.record(withGoods.map(({ order }) => orderEvent('order.goods_freed', order, { state: order.state })));
}
