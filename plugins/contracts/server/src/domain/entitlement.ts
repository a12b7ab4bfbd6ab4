import { badInput, broken, formatQuantity, min, ONE, parseQuantity } from '@sanya/strapi-plugin-platform/kernel';
import type { CivilDate } from '@sanya/strapi-plugin-platform/kernel';

/** What can be promised by number: visits and cases as whole ones, hours in thousandths of an hour. */
export const ENTITLEMENT_UNITS = ['visit', 'hour', 'case'] as const;
export type EntitlementUnit = (typeof ENTITLEMENT_UNITS)[number];

/** For how long a grant is: each billing period, each year from the first day, or the term of the contract. */
export const ENTITLED_PER = ['period', 'year', 'term'] as const;
export type EntitledPer = (typeof ENTITLED_PER)[number];

export const CARRIES = ['none', 'all', 'at_most'] as const;
/** How much of what is left at the end of a period the next takes over: nothing, all, or at most so much. */
export type CarryOver = { carries: 'none' } | { carries: 'all' } | { carries: 'at_most'; most: bigint };

/** What a line entitles to, of one unit. Quantities in thousandths. */
export interface Entitlement {
  unit: EntitlementUnit;
  /** Granted for each period; zero: nothing more is granted. */
  quantity: bigint;
  per: EntitledPer;
  carryOver: CarryOver;
  /** What was carried over is good for so many months of the period that took it over; null: as long as that lasts. */
  carriedMonths: number | null;
  /** Periods that were over before this day are not granted any more; null: all of the contract. */
  from: CivilDate | null;
  /** It came with a change of plan, which gave the period that ran so much; absent: it did not. */
  changedTo?: bigint;
}

/** The same as a line keeps it: plain JSON, quantities as decimals. */
export interface KeptEntitlement {
  unit: EntitlementUnit;
  quantity: string;
  per: EntitledPer;
  carries: (typeof CARRIES)[number];
  most: string | null;
  carriedMonths: number | null;
  from: CivilDate | null;
  changedTo?: string;
}

const MOST = 1_000_000n * ONE;
const MOST_MONTHS = 120;

export const keepEntitlement = ({ carryOver, quantity, ...rest }: Entitlement): KeptEntitlement => ({
  ...{ unit: rest.unit, quantity: formatQuantity(quantity), per: rest.per, carries: carryOver.carries },
  most: carryOver.carries === 'at_most' ? formatQuantity(carryOver.most) : null,
  ...{ carriedMonths: rest.carriedMonths, from: rest.from },
  ...(rest.changedTo === undefined ? {} : { changedTo: formatQuantity(rest.changedTo) }),
});

const thousandths = (text: string): bigint => parseQuantity(text) ?? 0n;

export const readEntitlement = ({ quantity, carries, most, ...rest }: KeptEntitlement): Entitlement => ({
  ...{ unit: rest.unit, quantity: thousandths(quantity), per: rest.per },
  ...{ carriedMonths: rest.carriedMonths, from: rest.from },
  carryOver: carries === 'at_most' ? { carries, most: thousandths(most ?? '0') } : { carries },
  ...(rest.changedTo === undefined ? {} : { changedTo: thousandths(rest.changedTo) }),
});

/** A visit or a case is done or not: only hours have parts. */
export function checkAmount(unit: EntitlementUnit, amount: bigint, field: string): void {
  if (unit !== 'hour' && amount % ONE !== 0n) throw badInput('entitlement.not_whole', { field });
  if (amount > MOST || amount < -MOST) {
    throw badInput('entitlement.too_much', { field, params: { most: formatQuantity(MOST) } });
  }
}

/** Refuses what cannot be kept. */
export function checkEntitlements(entitlements: readonly Entitlement[], at: string): void {
  const units = new Set<EntitlementUnit>();
  entitlements.forEach(({ unit, quantity, carryOver, carriedMonths }, index) => {
    const field = (name: string): string => `${at}entitlements.${index}.${name}`;
    if (units.has(unit)) throw badInput('entitlement.unit_twice', { field: field('unit') });
    units.add(unit);
    if (quantity < 0n) throw badInput('entitlement.quantity_negative', { field: field('quantity') });
    checkAmount(unit, quantity, field('quantity'));
    if (carryOver.carries === 'at_most') {
      if (carryOver.most <= 0n) throw badInput('entitlement.quantity_not_positive', { field: field('most') });
      checkAmount(unit, carryOver.most, field('most'));
    }
    if (carriedMonths === null) return;
    if (carryOver.carries === 'none') throw broken('entitlement.nothing_carried', { field: field('carriedMonths') });
    if (!Number.isSafeInteger(carriedMonths) || carriedMonths < 1 || carriedMonths > MOST_MONTHS) {
      throw badInput('entitlement.months', { field: field('carriedMonths'), params: { most: MOST_MONTHS } });
    }
  });
}

/** What a line took over with by a change of plan, also where that is nothing. */
export const isChange = (kept: readonly KeptEntitlement[]): boolean =>
  kept.length === 0 || kept.some(({ changedTo }) => changedTo !== undefined);

/** The same without the change that it came with. */
export const asAgreed = ({ changedTo: _, ...kept }: KeptEntitlement): KeptEntitlement => kept;

/** What of a rest the next period takes over. */
export function carriedOf(rest: bigint, carryOver: CarryOver): bigint {
  if (rest <= 0n || carryOver.carries === 'none') return 0n;
  return carryOver.carries === 'all' ? rest : min(rest, carryOver.most);
}
