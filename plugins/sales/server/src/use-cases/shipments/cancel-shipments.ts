import { move } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { PACKED_STATES, shipmentMachine } from '../../domain/shipment-machine';
import { type ShipmentRow, shipmentsStore } from '../../stores/shipments';
import type { LockedOrder } from '../lock-orders';
import { must } from '../must';
import { lockShipments } from './lock-shipments';
import { shipmentEvent } from './shipment-events';

/** Unpacks shipments that have not left; their numbers stay. Their orders are locked by whoever calls. */
async function unpack(
  { platform }: Pick<Tools, 'platform'>,
  shipments: readonly { shipment: ShipmentRow; customer: number }[],
): Promise<ShipmentRow[]> {
  if (shipments.length === 0) return [];
  const after = shipments.map(
    ({ shipment }): ShipmentRow => ({
      ...shipment,
      state: move(shipmentMachine, shipment.state, 'cancel'),
    }),
  );
  await shipmentsStore(platform.rows).update(after.map(({ id, state }) => ({ id, state })));
  await platform.events.record(
    after.map((shipment, index) =>
      shipmentEvent('shipment.cancelled', shipment, shipments[index]?.customer ?? 0, {
        before: { state: shipments[index]?.shipment.state },
      }),
    ),
  );
  return after;
}

/** What of these orders was packed goes back to its shelf. */
export async function unpackOrders(tools: Tools, orders: readonly Pick<LockedOrder, 'order'>[]): Promise<void> {
  const customers = new Map(orders.map(({ order }) => [order.id, order.customer]));
  const planned = await shipmentsStore(tools.platform.rows).ofOrders([...customers.keys()], ...PACKED_STATES);
  await unpack(
    tools,
    planned.map((shipment) => ({ shipment, customer: must(customers.get(shipment.order)) })),
  );
}

/** Shipments in which something of these lines was packed go back to their shelf, with all that is in them. */
export async function unpackLines(
  tools: Tools,
  orders: readonly Pick<LockedOrder, 'order' | 'lines'>[],
): Promise<void> {
  const store = shipmentsStore(tools.platform.rows);
  const customers = new Map(orders.map(({ order }) => [order.id, order.customer]));
  const lines = new Set(orders.flatMap((one) => one.lines.map(({ id }) => id)));
  const packed = await store.ofOrders([...customers.keys()], ...PACKED_STATES);
  const inside = await store.linesOf(packed.map(({ id }) => id));
  const gone = new Set(inside.flatMap(({ shipment, orderLine }) => (lines.has(orderLine) ? [shipment] : [])));
  await unpack(
    tools,
    packed
      .filter(({ id }) => gone.has(id))
      .map((shipment) => ({ shipment, customer: must(customers.get(shipment.order)) })),
  );
}

export const cancelShipments = (tools: Tools, ids: readonly number[]): Promise<ShipmentRow[]> =>
  tools.platform.transaction(async () => {
    const locked = await lockShipments(tools, ids);
    return unpack(
      tools,
      locked.map(({ shipment, order }) => ({ shipment, customer: order.order.customer })),
    );
  });
