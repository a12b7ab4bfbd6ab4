import { badInput, type CivilDate, compareDates, conflict } from '@sanya/strapi-plugin-platform/kernel';
import type { ExportFacts } from './export';
import type { Shipping } from './order';
import type { ShipmentState } from './shipment-machine';

/** What is said of the way that goods take. */
export interface Way {
  carrier: string | null;
  trackingNumber: string | null;
  trackingUrl: string | null;
  note: string | null;
}

export const CHECK_RESULTS = ['passed', 'failed'] as const;
export type CheckResult = (typeof CHECK_RESULTS)[number];

/** The last check before it leaves: by whom, when, with which result; nulls where nobody looked. */
export interface Check {
  checkResult: CheckResult | null;
  checkedBy: string | null;
  checkedAt: string | null;
  checkNote: string | null;
}

export const UNCHECKED: Check = { checkResult: null, checkedBy: null, checkedAt: null, checkNote: null };

/** A shipment as stored. */
export interface ShipmentFacts extends Way, Check {
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
  /** Row id of a carrier of the list; null: the way says itself who carries. */
  chosenCarrier: number | null;
  /** What it asked when it was chosen, in the company's currency. */
  shippingCost: bigint | null;
  /** The day by which it promised to be there. */
  promisedOn: CivilDate | null;
  /** Null: it stays in the country. */
  exportFacts: ExportFacts | null;
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

/** Refuses to let go of what wants a check and has none. `wanted` are names of such goods in it. */
export function refuseUnchecked(state: ShipmentState, wanted: readonly string[], number: string): void {
  const [first] = wanted;
  if (state !== 'checked' && first !== undefined) {
    throw conflict('shipment.check_first', { params: { product: first, shipment: number } });
  }
}

/** What was looked at in one warehouse does not leave another. */
export function refuseElsewhere(
  { state, number, warehouse }: Pick<ShipmentFacts, 'state' | 'number' | 'warehouse'>,
  from: number | null,
): void {
  if (state === 'checked' && from !== warehouse) {
    throw conflict('shipment.checked_elsewhere', { field: 'warehouse', params: { shipment: number } });
  }
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

/** Serial numbers of an order line, by its document id. */
export interface SerialsWish {
  line: string;
  serials: readonly string[];
}

/** What goes out, each part with the serial numbers that were told of its line; none is told of what stays. */
export function withSerials<Part extends { line: { documentId: string; description: string }; quantity: bigint }>(
  parts: readonly Part[],
  wishes: readonly SerialsWish[],
): (Part & { serials?: readonly string[] })[] {
  const told = new Map<string, string[]>();
  wishes.forEach(({ line: id, serials }, index) => {
    const part = parts.find(({ line }) => line.documentId === id);
    const at = `serials.${index}`;
    // A form names every line that it knew: one that somebody packed meanwhile has nothing to tell.
    if (!part && serials.every((one) => one.trim() === '')) return;
    if (!part) throw badInput('order.line_unknown', { field: `${at}.line` });
    const { line, quantity } = part;
    if (told.has(id)) throw badInput('order.line_twice', { field: `${at}.line`, params: { line: line.description } });
    told.set(id, checkSerials(serials, { quantity, description: line.description }, `${at}.serials`) ?? []);
  });
  return parts.map((part) => ({ ...part, serials: told.get(part.line.documentId) }));
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
