import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { LIVE_STATES } from '../domain/order-machine';
import { ordersStore } from '../stores/orders';
import { cancelOrders } from './cancel-orders';

/**
 * Whoever voids the invoice of an order ends the order: nothing would ask for its money any more. What was partly
 * handed over stays as it is, and staff decide.
 */
export async function cancelVoidedOrders(
  tools: Tools,
  voided: readonly { invoice: number; reason: string }[],
): Promise<void> {
  const store = ordersStore(tools.platform.rows);
  const live = (await store.ofInvoices(voided.map((one) => one.invoice))).filter((order) =>
    LIVE_STATES.includes(order.state),
  );
  if (live.length === 0) return;
  const lines = await store.linesOf(live.map((order) => order.id));
  const untouched = live.filter((order) => !lines.some((line) => line.order === order.id && line.delivered > 0n));
  await cancelOrders(
    tools,
    untouched.map((order) => ({
      order: order.id,
      reason: voided.find((one) => one.invoice === order.invoice)?.reason ?? '',
      by: 'staff',
    })),
  );
}
