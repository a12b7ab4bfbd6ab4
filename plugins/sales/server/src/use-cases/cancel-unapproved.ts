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
      .map(({ id, language }) => ({
        order: id,
        by: 'staff',
        reason: tools.platform.messages.say(language, 'order.not_approved'),
      })),
  );
}
