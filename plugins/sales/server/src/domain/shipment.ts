import { badInput, type CivilDate, compareDates } from '@sanya/strapi-plugin-platform/kernel';
import type { Shipping } from './order';
import type { ShipmentState } from './shipment-machine';

/** What is said of the way that goods take. */
export interface Way {
  carrier: string | null;
  trackingNumber: string | null;
  trackingUrl: string | null;
  note: string | null;
}

/** A shipment as stored. */
export interface ShipmentFacts extends Way {
  number: string;
  state: ShipmentState;
  /** Row id. */
  order: number;
  /** Row id of the warehouse it leaves; null: the default one, once it leaves. */
  warehouse: number | null;
  /** Where it goes, as it was said when it was planned. */
  shipTo: Shipping | null;
  shippedOn: CivilDate | null;
  deliveredOn: CivilDate | null;
  /** Who took it. */
  receiver: string | null;
  plannedAt: string;
}

/** A line as stored; quantity in thousandths. */
export interface ShipmentLineFacts {
  shipment: number;
  orderLine: number;
  position: number;
  quantity: bigint;
  serials: readonly string[] | null;
  /** It has left: nothing of it is changed any more. */
  sealed: boolean;
}

const PIECE = 1000n;

/** Serial numbers of a line: each once, and no more than there are whole pieces. None is null. */
export function checkSerials(
  serials: readonly string[] | undefined,
  line: { quantity: bigint; description: string },
  field: string,
): string[] | null {
  const clean = (serials ?? []).map((one) => one.trim()).filter((one) => one !== '');
  const twice = clean.find((one, index) => clean.indexOf(one) < index);
  if (twice !== undefined) throw badInput('shipment.serial_twice', { field, params: { serial: twice } });
  if (BigInt(clean.length) * PIECE > line.quantity) {
    throw badInput('shipment.too_many_serials', {
      field,
      params: { line: line.description, pieces: String(line.quantity / PIECE) },
    });
  }
  return clean.length > 0 ? clean : null;
}

/** Refuses a day of arrival before the goods left, or one that is still to come. */
export function checkArrivedOn(on: CivilDate, { shippedOn, today }: { shippedOn: CivilDate; today: CivilDate }): void {
  if (compareDates(on, today) > 0) {
    throw badInput('order.delivered_in_future', { field: 'on', params: { date: on, today } });
  }
  if (compareDates(on, shippedOn) < 0) {
    throw badInput('shipment.arrived_before_shipped', { field: 'on', params: { shipped: shippedOn } });
  }
}
