import { badInput, type CivilDate, compareDates, conflict } from '@sanya/strapi-plugin-platform/kernel';
import { type ItemFacts, warrantyEnd } from './installed-item';
import { type Shipping, shippingText } from './order';

const PIECE = 1000n;

/** Where goods stand, in words: where they were sent, else at the customer's address. */
export const siteOf = (
  customer: { shippingAddress: Shipping | null; billingAddress: Shipping | null } | undefined,
  shipTo: Shipping | null = null,
): string | null =>
  shippingText(shipTo) ||
  shippingText(customer?.shippingAddress ?? null) ||
  shippingText(customer?.billingAddress ?? null) ||
  null;

export interface HandedOver {
  customer: number;
  site: string | null;
  on: CivilDate;
  /** Row ids; without a product nobody knows what the serial numbers are of. */
  shipmentLine: number;
  product: number | null;
  serials: readonly string[] | null;
}

/** What stands at the customer's from now on: an item for each serial number. */
export const itemsOf = (
  { customer, site, on, shipmentLine, product, serials }: HandedOver,
  months: number | null,
): ItemFacts[] =>
  product === null
    ? []
    : (serials ?? []).map((serial) => ({
        ...{ product, customer, serial, state: 'installed' as const, site, installedOn: on },
        warrantyUntil: warrantyEnd(on, months),
        ...{ shipmentLine, replaces: null, removedOn: null, removeReason: null },
      }));

export interface CameBack<Item extends { serial: string; installedOn: CivilDate }> {
  description: string;
  /** Thousandths: what came back, and what of the line stays with the customer. */
  quantity: bigint;
  left: bigint;
  /** Those that somebody named. */
  serials: readonly string[] | undefined;
  /** What of the line stands at the customer's. */
  items: readonly Item[];
}

/**
 * Which items came back: those named, or all where nothing of the line stays. Refuses to guess: no more may stand at the
 * customer's than pieces stay there.
 */
export function itemsThatCameBack<Item extends { serial: string; installedOn: CivilDate }>(
  { description, quantity, left, serials, items }: CameBack<Item>,
  field: string,
): Item[] {
  if (serials === undefined || serials.length === 0) {
    if (left < PIECE) return [...items];
    if (BigInt(items.length) * PIECE <= left) return [];
    throw conflict('return.which_serials', {
      field,
      params: { line: description, serials: items.map(({ serial }) => serial).join(', ') },
    });
  }
  const named = [...new Set(serials.map((one) => one.trim()))].map((serial) => {
    const item = items.find((one) => one.serial === serial);
    if (!item) throw badInput('return.unknown_serial', { field, params: { serial, line: description } });
    return item;
  });
  const tooFew = BigInt(items.length - named.length) * PIECE > left;
  if (tooFew || BigInt(named.length) * PIECE > quantity) {
    throw badInput('return.serials_not_as_many', { field, params: { line: description } });
  }
  return named;
}

/** It cannot have left before it came. */
export const takenOutOn = (on: CivilDate, { installedOn }: { installedOn: CivilDate }): CivilDate =>
  compareDates(on, installedOn) < 0 ? installedOn : on;
