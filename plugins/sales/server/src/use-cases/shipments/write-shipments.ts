import type { CivilDate } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { checkSerials, type ShipmentFacts, type ShipmentLineFacts, UNCHECKED } from '../../domain/shipment';
import { type ShipmentLineRow, type ShipmentRow, shipmentsStore } from '../../stores/shipments';
import { warehousesStore } from '../../stores/warehouses';
import { openPlaceOf } from '../../domain/warehouse';
import type { ChosenWay } from '../carriers/choose-carriers';
import { must } from '../must';
import type { PackedLine, PackedOrder } from './lock-shipments';

export const SHIPMENT_SERIES = 'delivery-note';

export interface NewShipment extends ChosenWay {
  one: PackedOrder;
  parts: readonly { line: PackedLine; quantity: bigint; serials?: readonly string[] }[];
  /** Planned, or handed over on a day. */
  state: 'planned' | 'delivered';
  on: CivilDate | null;
  /** Row id; the default one unless told. */
  warehouse?: number | null;
  receiver?: string | null;
}

export interface WrittenShipment {
  shipment: ShipmentRow;
  lines: ShipmentLineRow[];
}

/** Writes shipments with their lines and numbers. Their orders are locked by whoever calls. */
export async function writeShipments({ platform }: Tools, plans: readonly NewShipment[]): Promise<WrittenShipment[]> {
  if (plans.length === 0) return [];
  const store = shipmentsStore(platform.rows);
  const date = platform.clock.today();
  const plannedAt = platform.clock.now();
  const places = await warehousesStore(platform.rows).all();
  const numbers = await platform.numbers.take(plans.map(() => ({ series: SHIPMENT_SERIES, branch: null, date })));
  const facts = plans.map(
    ({ one: { order }, state, on, receiver, warehouse, ...way }, index): ShipmentFacts => ({
      number: must(numbers[index]),
      state,
      order: order.id,
      warehouse: openPlaceOf(places, warehouse, 'warehouse').id,
      shipTo: order.shipping,
      carrier: way.carrier ?? null,
      trackingNumber: way.trackingNumber ?? null,
      trackingUrl: way.trackingUrl ?? null,
      note: way.note ?? null,
      ...UNCHECKED,
      chosenCarrier: way.chosenCarrier ?? null,
      shippingCost: way.shippingCost ?? null,
      promisedOn: null,
      exportFacts: null,
      shippedOn: on,
      deliveredOn: on,
      receiver: receiver ?? null,
      plannedAt,
    }),
  );
  const refs = await store.insert(facts);
  const lines = plans.flatMap(({ parts, state }, index) =>
    parts.map(
      ({ line, quantity, serials }, place): ShipmentLineFacts => ({
        shipment: must(refs[index]).id,
        orderLine: line.id,
        position: place + 1,
        quantity,
        serials: checkSerials(serials, { quantity, description: line.description }, `lines.${place}.serials`),
        sealed: state !== 'planned',
      }),
    ),
  );
  const lineRefs = await store.insertLines(lines);
  const rows = lines.map((line, index): ShipmentLineRow => ({ ...line, ...must(lineRefs[index]) }));
  return facts.map((one, index) => {
    const ref = must(refs[index]);
    return { shipment: { ...one, ...ref }, lines: rows.filter((line) => line.shipment === ref.id) };
  });
}
