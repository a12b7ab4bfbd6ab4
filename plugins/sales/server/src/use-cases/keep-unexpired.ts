import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { ordersStore } from '../stores/orders';
import { lockOrders } from './lock-orders';
import { orderEvent } from './order-events';

/** Sets an order aside that could not expire: it no longer counts its days, and the log says why. */
export const keepUnexpired = ({ platform, ...tools }: Tools, id: number, problem: string): Promise<void> =>
  platform.transaction(async () => {
    for (const { order } of await lockOrders({ platform, ...tools }, [id])) {
      await ordersStore(platform.rows).update([{ id: order.id, waitsSince: null }]);
      await platform.events.record([orderEvent('order.not_expired', order, { state: order.state, problem })]);
    }
  });
