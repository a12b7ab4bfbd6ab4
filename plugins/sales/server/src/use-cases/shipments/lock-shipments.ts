import { badInput } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import type { OrderLineRow } from '../../stores/orders';
import { type ShipmentLineRow, type ShipmentRow, shipmentsStore } from '../../stores/shipments';
import { type LockedOrder, lockOrders } from '../lock-orders';
import { must } from '../must';

/** An order line that knows what of it is packed. */
export type PackedLine = OrderLineRow & { planned: bigint };

export interface PackedOrder extends LockedOrder {
  lines: PackedLine[];
}

export interface LockedShipment {
  shipment: ShipmentRow;
  lines: ShipmentLineRow[];
  order: PackedOrder;
}

/** Orders as `lockOrders` locks them, each line with what of it is packed. */
export async function lockPackedOrders(tools: Tools, ids: readonly number[]): Promise<PackedOrder[]> {
  const locked = await lockOrders(tools, ids);
  const planned = await shipmentsStore(tools.platform.rows).planned(ids);
  return locked.map((one) => ({
    ...one,
    lines: one.lines.map((line) => ({ ...line, planned: planned.get(line.id) ?? 0n })),
  }));
}

/**
 * Shipments with their lines and orders, in the order asked. Customers and orders are locked first, as everywhere; the
 * order of a shipment never changes.
 */
export async function lockShipments(tools: Tools, ids: readonly number[]): Promise<LockedShipment[]> {
  const store = shipmentsStore(tools.platform.rows);
  const seen = await store.byIds(ids);
  const orders = await lockPackedOrders(tools, [...new Set(seen.map((shipment) => shipment.order))]);
  const shipments = new Map((await store.byIds(ids, 'wait')).map((shipment) => [shipment.id, shipment]));
  const twice = ids.find((id, index) => ids.indexOf(id) < index);
  if (twice !== undefined) {
    throw badInput('shipment.twice', { params: { shipment: shipments.get(twice)?.number ?? '' } });
  }
  const lines = await store.linesOf(ids);
  return ids.map((id) => {
    const shipment = must(shipments.get(id));
    return {
      shipment,
      lines: lines.filter((line) => line.shipment === id),
      order: must(orders.find(({ order }) => order.id === shipment.order)),
    };
  });
}
