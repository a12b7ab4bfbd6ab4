import { keepWords } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { ordersStore } from '../stores/orders';
import { cancelOrders } from './cancel-orders';

/** What the customer reads says only that: why somebody refused is the office's own. */
export async function cancelUnapproved(tools: Tools, ids: readonly number[]): Promise<void> {
  const orders = await ordersStore(tools.platform.rows).byIds(ids);
  await cancelOrders(
    tools,
    orders
      .filter(({ state }) => state === 'awaiting_approval')
      .map(({ id }) => ({
        order: id,
        by: 'staff',
        reason: keepWords('order.not_approved'),
      })),
  );
}
