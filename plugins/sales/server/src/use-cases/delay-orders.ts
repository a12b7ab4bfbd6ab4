import { badInput, type CivilDate, compareDates, conflict } from '@sanya/strapi-plugin-platform/kernel';
import type { NewDelivery, Tools } from '@sanya/strapi-plugin-platform/kit';
import { LIVE_STATES } from '../domain/order-machine';
import { ordersStore } from '../stores/orders';
import { type LockedOrder, lockOrders } from './lock-orders';
import { must } from './must';
import { orderEvent } from './order-events';
import { orderMail } from './order-mail';

export interface DelayOrder {
  /** Row id. */
  order: number;
  /** When the customer will have it instead. */
  promisedOn: CivilDate;
  reason: string;
}

/** Orders come later than was said: the customer hears when and why, before they have to ask. */
export async function delayOrders(tools: Tools, wishes: readonly DelayOrder[]): Promise<LockedOrder[]> {
  const { platform } = tools;
  return platform.transaction(async () => {
    const today = platform.clock.today();
    const locked = await lockOrders(
      tools,
      wishes.map((wish) => wish.order),
    );
    const plans = locked.map((one, index) => {
      const { promisedOn, reason: delayReason } = must(wishes[index]);
      if (!LIVE_STATES.includes(one.order.state)) {
        throw conflict('order.not_under_way', { params: { order: one.order.number ?? '' } });
      }
      if (compareDates(promisedOn, today) < 0) {
        throw badInput('order.promised_in_past', { field: 'promisedOn', params: { today } });
      }
      return { ...one, order: { ...one.order, promisedOn, delayReason }, before: one.order };
    });
    await ordersStore(platform.rows).update(
      plans.map(({ order: { id, promisedOn, delayReason } }) => ({ id, promisedOn, delayReason })),
    );
    await platform.events.record(
      plans.map(({ before, order: { state, promisedOn, delayReason } }) =>
        orderEvent('order.delayed', before, { state, promisedOn, reason: delayReason }),
      ),
    );
    await platform.mail.queue(
      plans.flatMap(({ order, lines, customer }): NewDelivery[] =>
        customer.email
          ? [
              orderMail(
                platform,
                'order-delayed',
                { order, lines, invoice: null },
                { to: customer.email, name: customer.name },
                platform.clock.now(),
              ),
            ]
          : [],
      ),
    );
    return plans;
  });
}
