import { move } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { orderMachine, type OrderVerb } from '../domain/order-machine';
import type { OrderFacts } from '../domain/order';
import { ordersStore } from '../stores/orders';
import { type LockedOrder, lockOrders } from './lock-orders';
import { orderEvent } from './order-events';
import { refuseCredited } from './refuse-credited';

interface Step {
  stamp: keyof OrderFacts | null;
  event: string;
  /** Whether we still owe something after it: then somebody must be asked to pay for it. */
  owes: boolean;
}

/** The moves that touch nothing but the order itself, with the instant they leave on it and the event they are. */
const STEPS = {
  confirm: { stamp: 'confirmedAt', event: 'order.confirmed', owes: true },
  fulfil: { stamp: null, event: 'order.fulfilling', owes: true },
  close: { stamp: 'closedAt', event: 'order.closed', owes: false },
} as const satisfies Partial<Record<OrderVerb, Step>>;

async function stepOrders(tools: Tools, verb: keyof typeof STEPS, ids: readonly number[]): Promise<LockedOrder[]> {
  const { platform } = tools;
  if (ids.length === 0) return [];
  return platform.transaction(async () => {
    const locked = await lockOrders(tools, [...new Set(ids)]);
    const { stamp, event, owes } = STEPS[verb];
    const stamped: Partial<OrderFacts> = stamp ? { [stamp]: platform.clock.now() } : {};
    const moved = locked.map((one) => ({
      ...one,
      order: { ...one.order, state: move(orderMachine, one.order.state, verb), ...stamped },
    }));
    if (owes) await refuseCredited(tools, locked);
    await ordersStore(platform.rows).update(
      moved.map(({ order }) => ({ id: order.id, state: order.state, ...stamped })),
    );
    await platform.events.record(
      moved.map(({ order }, index) => orderEvent(event, locked[index]?.order ?? order, { state: order.state })),
    );
    return moved;
  });
}

/** Staff, or the payment, say that the order stands. */
export const confirmOrders = (tools: Tools, ids: readonly number[]): Promise<LockedOrder[]> =>
  stepOrders(tools, 'confirm', ids);

/** Work on it has begun: from here a customer can no longer cancel alone. */
export const fulfilOrders = (tools: Tools, ids: readonly number[]): Promise<LockedOrder[]> =>
  stepOrders(tools, 'fulfil', ids);

/** Everything is handed over and nothing is left to do. */
export const closeOrders = (tools: Tools, ids: readonly number[]): Promise<LockedOrder[]> =>
  stepOrders(tools, 'close', ids);
