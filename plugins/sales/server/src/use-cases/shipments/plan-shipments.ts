import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { type DeliveryWish, inPreparation, partsOf, refuseNothing } from '../../domain/deliver';
import { chosenWays, type WayWish } from '../carriers/choose-carriers';
import { ordersStore } from '../../stores/orders';
import { orderEvent } from '../order-events';
import { refuseCreditedParts } from '../refuse-credited';
import { lockPackedOrders } from './lock-shipments';
import { shipmentEvent } from './shipment-events';
import { refuseLacking } from '../warehouses/refuse-lacking';
import { writeShipments, type WrittenShipment } from './write-shipments';

export interface PlanShipment extends WayWish {
  /** Row id. */
  order: number;
  /** All that is left, unless told. */
  lines?: readonly (DeliveryWish & { serials?: readonly string[] })[];
  /** Row id of the warehouse it is packed in; the default one unless told. */
  warehouse?: number;
}

/**
 * Packs parts of orders: each becomes a shipment with its number, and nobody else can pack the same. Work on the order
 * has begun by it. All of them or none.
 */
export async function planShipments(tools: Tools, wishes: readonly PlanShipment[]): Promise<WrittenShipment[]> {
  const { platform } = tools;
  return platform.transaction(async () => {
    const locked = await lockPackedOrders(
      tools,
      wishes.map((wish) => wish.order),
    );
    const plans = locked.map((one, index) => {
      const { lines, order: _, ...way } = wishes[index] ?? { order: 0 };
      const state = inPreparation(one.order.state);
      const serials = new Map((lines ?? []).map((wish) => [wish.line, wish.serials]));
      const parts = partsOf(one.lines, lines);
      refuseNothing(parts, one.lines);
      return {
        ...{ one, way, state },
        parts: parts.map((part) => ({ ...part, serials: serials.get(part.line.documentId) })),
      };
    });
    await refuseCreditedParts(tools, plans);
    await refuseLacking(
      tools,
      plans.map(({ way: { warehouse }, parts }) => ({ warehouse, parts })),
    );
    const begun = plans.filter(({ one, state }) => one.order.state !== state);
    await ordersStore(platform.rows).update(begun.map(({ one: { order }, state }) => ({ id: order.id, state })));
    const ways = await chosenWays(
      tools,
      plans.map(({ one, way: { warehouse: _, ...wish }, parts }) => ({ wish, shipTo: one.order.shipping, parts })),
    );
    const written = await writeShipments(
      tools,
      plans.map(({ one, way: { warehouse }, parts }, index) => ({
        ...{ one, parts, warehouse, ...ways[index]?.way },
        ...{ state: 'planned' as const, on: null },
      })),
    );
    await platform.events.record([
      ...begun.map(({ one: { order }, state }) => orderEvent('order.fulfilling', order, { state })),
      ...written.map(({ shipment }, index) =>
        shipmentEvent('shipment.planned', shipment, plans[index]?.one.order.customer ?? 0, {
          order: plans[index]?.one.order.number,
          carrier: shipment.carrier,
        }),
      ),
    ]);
    return written;
  });
}
