import { type CivilDate, move } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { checkArrivedOn } from '../../domain/shipment';
import { shipmentMachine } from '../../domain/shipment-machine';
import { type ShipmentRow, shipmentsStore } from '../../stores/shipments';
import { shipmentEvent } from './shipment-events';

export interface Arrival {
  shipment: ShipmentRow;
  customer: number;
  on: CivilDate;
  receiver: string | null;
}

/** What was on its way is with the customer. Orders and shipments are locked by whoever calls. */
export async function arrive(
  { platform }: Pick<Tools, 'platform'>,
  arrivals: readonly Arrival[],
): Promise<ShipmentRow[]> {
  if (arrivals.length === 0) return [];
  const today = platform.clock.today();
  const after = arrivals.map(({ shipment, on, receiver }): ShipmentRow => {
    const state = move(shipmentMachine, shipment.state, 'deliver');
    checkArrivedOn(on, { shippedOn: shipment.shippedOn ?? today, today });
    return { ...shipment, state, deliveredOn: on, receiver };
  });
  await shipmentsStore(platform.rows).update(
    after.map(({ id, state, deliveredOn, receiver }) => ({ id, state, deliveredOn, receiver })),
  );
  await platform.events.record(
    after.map((shipment, index) =>
      shipmentEvent('shipment.delivered', shipment, arrivals[index]?.customer ?? 0, {
        before: { state: arrivals[index]?.shipment.state },
        ...{ on: shipment.deliveredOn, receiver: shipment.receiver },
      }),
    ),
  );
  return after;
}
