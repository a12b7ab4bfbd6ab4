import { conflict } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { LIVE_STATES } from '../domain/order-machine';
import { ordersStore } from '../stores/orders';
import { cancelOrders } from './cancel-orders';

/**
 * Whoever voids the invoice of an order ends the order: nothing would ask for its money any more. What was handed over,
 * goods or work, stays owed: then the invoice is credited, and voiding it is refused.
 */
export async function cancelVoidedOrders(
  tools: Tools,
  voided: readonly { invoice: number; reason: string }[],
): Promise<void> {
  const store = ordersStore(tools.platform.rows);
  const [added] = await store.liveWithAdded(voided.map((one) => one.invoice));
  if (added) throw conflict('amend.invoice_of_lines', { params: { order: added.number ?? '' } });
  const orders = await store.ofInvoices(voided.map((one) => one.invoice));
  if (orders.length === 0) return;
  const lines = await store.linesOf(orders.map((order) => order.id));
  const delivered = orders.find((order) => lines.some((line) => line.order === order.id && line.delivered > 0n));
  if (delivered) throw conflict('order.void_handed_over', { params: { order: delivered.number ?? '' } });
  await cancelOrders(
    tools,
    orders
      .filter((order) => LIVE_STATES.includes(order.state))
      .map((order) => ({
        order: order.id,
        reason: voided.find((one) => one.invoice === order.invoice)?.reason ?? '',
        by: 'staff',
      })),
  );
}
