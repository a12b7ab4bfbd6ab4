import type { CivilDate } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { inPreparation, stateOnceOut } from '../../domain/deliver';
import { ordersStore } from '../../stores/orders';
import { type ShipmentRow, shipmentsStore } from '../../stores/shipments';
import { orderEvent } from '../order-events';
import { arrive } from './arrive';
import { lockShipments, type PackedOrder } from './lock-shipments';

export interface DeliverShipment {
  /** Row id. */
  shipment: number;
  /** The day it arrived; today unless told. */
  on?: CivilDate;
  receiver?: string;
}

/** Shipments arrived; an order of which nothing is left and nothing is on its way is delivered by the last of them. */
export async function deliverShipments(tools: Tools, wishes: readonly DeliverShipment[]): Promise<ShipmentRow[]> {
  const { platform } = tools;
  return platform.transaction(async () => {
    const today = platform.clock.today();
    const locked = await lockShipments(
      tools,
      wishes.map((wish) => wish.shipment),
    );
    const arrived = await arrive(
      tools,
      locked.map(({ shipment, order }, index) => ({
        shipment,
        customer: order.order.customer,
        on: wishes[index]?.on ?? today,
        receiver: wishes[index]?.receiver ?? shipment.receiver,
      })),
    );
    const orders = new Map(locked.map(({ order }): [number, PackedOrder] => [order.order.id, order]));
    const underWay = await shipmentsStore(platform.rows).ofOrders([...orders.keys()], 'shipped');
    const done = [...orders.values()].flatMap(({ order, lines }) => {
      // An order that was cancelled after it was credited stays so, whatever still arrives.
      if (order.state !== 'fulfilling') return [];
      const onTheWay = underWay.some((shipment) => shipment.order === order.id);
      const state = stateOnceOut(inPreparation(order.state), lines, onTheWay);
      return state === order.state ? [] : [{ order, state }];
    });
    const deliveredAt = platform.clock.now();
    await ordersStore(platform.rows).update(done.map(({ order: { id }, state }) => ({ id, state, deliveredAt })));
    await platform.events.record(done.map(({ order, state }) => orderEvent('order.delivered', order, { state })));
    return arrived;
  });
}
