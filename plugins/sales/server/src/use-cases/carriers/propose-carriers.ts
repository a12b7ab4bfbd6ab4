import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { type Parcel, propose, type Proposal, type ProposalOrder } from '../../domain/carrier';
import { type CarrierRow, carriersStore } from '../../stores/carriers';
import { ordersStore } from '../../stores/orders';
import { shipmentsStore } from '../../stores/shipments';
import { must } from '../must';
import { parcelsOf } from './choose-carriers';

export interface Proposed {
  parcel: Parcel;
  proposals: Proposal<CarrierRow & { judged: number; onTime: number }>[];
}

/** Which carriers a shipment may be given to today, and what each asks, promises and has kept. */
export async function proposeCarriers(
  { platform }: Pick<Tools, 'platform'>,
  id: number,
  order: ProposalOrder,
): Promise<Proposed> {
  const { rows, clock } = platform;
  const shipments = shipmentsStore(rows);
  const shipment = must((await shipments.byIds([id]))[0]);
  const ordered = new Map((await ordersStore(rows).linesOf([shipment.order])).map((line) => [line.id, line]));
  const parts = (await shipments.linesOf([id])).map(({ orderLine, quantity }) => ({
    line: must(ordered.get(orderLine)),
    quantity,
  }));
  const [parcel] = await parcelsOf({ platform }, [{ shipTo: shipment.shipTo, parts }]);
  const store = carriersStore(rows);
  const records = await store.records(clock.today());
  const carriers = (await store.active()).map((carrier) => ({
    ...carrier,
    ...(records.get(carrier.id) ?? { judged: 0, onTime: 0 }),
  }));
  return {
    parcel: must(parcel),
    proposals: propose(carriers, must(parcel), shipment.shippedOn ?? clock.today(), order),
  };
}
