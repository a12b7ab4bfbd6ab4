import {
  badInput,
  broken,
  type CivilDate,
  compareDates,
  conflict,
  type Language,
  min,
  rateOf,
  spread,
  sum,
} from '@sanya/strapi-plugin-platform/kernel';
import { localised } from './catalogue';
import { type CouponFacts, couponCode, type CouponScope, type CouponState } from './coupon';
import type { PricedLine } from './price-lines';

/** A handful: more could not be told apart on a document. */
const MOST_COUPONS = 5;

export interface Coupon extends CouponFacts {
  id: number;
  documentId: string;
  state: CouponState;
  /** Slots that are taken. */
  used: number;
  scope: CouponScope;
}

/** Where a code stands in the order, so that a refusal can name it. */
export interface NamedCode {
  code: string;
  field: string;
}

/** Who orders; null: nobody is logged in, and staff have chosen no customer yet. */
export interface CouponCustomer {
  id: number;
  class: number | null;
}

export interface CouponTerms {
  /** Day of the order. */
  on: CivilDate;
  customer: CouponCustomer | null;
  language: Language;
  /** How often this customer uses each coupon now, by row id. */
  usedByCustomer: ReadonlyMap<number, number>;
}

/** What one coupon takes off one line. */
export interface LineCoupon {
  /** Row id. */
  coupon: number;
  code: string;
  amount: bigint;
  /** What it takes off the whole order. */
  whole: bigint;
  /** For how many periods, that of the order being the first; null: for good. */
  periods: number | null;
}

/** A line after its coupons: `discount` and `amount` hold them. */
export type DiscountedLine = PricedLine & { coupons: readonly LineCoupon[] };

export interface AppliedCoupon {
  coupon: Coupon;
  /** In the language of the order. */
  name: string;
  /** Minor units; above zero. */
  amount: bigint;
}

/** The codes of an order: `coupon` is the first, `coupons` the others. An empty one is none. */
export function namedCodes({
  coupon = '',
  coupons = [],
}: {
  coupon?: string;
  coupons?: readonly string[];
}): NamedCode[] {
  const named = [
    { typed: coupon, field: 'coupon' },
    ...coupons.map((typed, index) => ({ typed, field: `coupons.${index}` })),
  ]
    .map(({ typed, field }) => ({ code: couponCode(typed), field }))
    .filter(({ code }) => code !== '');
  if (named.length > MOST_COUPONS) {
    throw badInput('coupon.too_many', { field: 'coupons', params: { count: named.length, most: MOST_COUPONS } });
  }
  named.forEach(({ code, field }, index) => {
    if (named.findIndex((one) => one.code === code) < index) {
      throw badInput('coupon.twice', { field, params: { coupon: code } });
    }
  });
  return named;
}

/** Whether this customer may use the coupon on that day; a 422 says why not. */
export function checkUsable(coupon: Coupon, { on, customer, usedByCustomer }: CouponTerms, field: string): void {
  const no = (reason: string, params: Record<string, string | number> = {}) =>
    broken(`coupon.${reason}`, { field, params: { coupon: coupon.code, ...params } });
  const { customers, classes } = coupon.scope;
  if (customers.length + classes.length > 0) {
    if (!customer) throw no('log_in');
    if (!customers.includes(customer.id) && (customer.class === null || !classes.includes(customer.class))) {
      throw no('not_yours');
    }
  }
  if (coupon.state !== 'active') throw no('closed');
  if (coupon.validFrom !== null && compareDates(on, coupon.validFrom) < 0)
    throw no('not_yet', { from: coupon.validFrom });
  if (coupon.validTo !== null && compareDates(coupon.validTo, on) < 0) throw no('over', { to: coupon.validTo });
  checkSlot(coupon, usedByCustomer.get(coupon.id) ?? 0, field);
}

/** Whether there is a slot left for a customer who has used the coupon so often. */
export function checkSlot(coupon: Coupon, own: number, field: string): void {
  const params = { coupon: coupon.code };
  if (coupon.totalLimit !== null && coupon.used >= coupon.totalLimit) throw broken('coupon.used_up', { field, params });
  if (coupon.perCustomerLimit !== null && own >= coupon.perCustomerLimit) {
    throw broken('coupon.used_by_you', { field, params: { ...params, most: coupon.perCustomerLimit } });
  }
}

/** One coupon an order, unless every one of them says that it may stand beside others. */
function refuseUnstackable(named: readonly { coupon: Coupon; field: string }[]): void {
  if (named.length < 2) return;
  const alone = named.find(({ coupon }) => !coupon.stackable);
  if (!alone) return;
  const other = named.find((one) => one !== alone);
  throw broken('coupon.not_together', {
    field: named.at(-1)?.field,
    params: { coupon: alone.coupon.code, other: other?.coupon.code ?? '' },
  });
}

function isInScope({ scope }: Coupon, line: PricedLine, group: string | null): boolean {
  if (scope.products.length + scope.groups.length === 0) return true;
  return (
    (line.product !== null && scope.products.includes(line.product.id)) ||
    (group !== null && scope.groups.includes(group))
  );
}

/** What a coupon takes off this much: never more than it, and never more than its cap. */
function worthOf(coupon: Pick<CouponFacts, 'kind' | 'ratePpm' | 'cap' | 'amount'>, base: bigint): bigint {
  if (coupon.kind === 'amount') return min(coupon.amount ?? 0n, base);
  const share = rateOf(base, coupon.ratePpm ?? 0);
  return min(coupon.cap === null ? share : min(share, coupon.cap), base);
}

const periodsOf = ({ duration, periods }: Pick<CouponFacts, 'duration' | 'periods'>): number | null =>
  duration === 'forever' ? null : duration === 'periods' ? (periods ?? 1) : 1;

/** Percents before amounts, the older first: what an order costs does not depend on how its codes were listed. */
const inTurn = (a: { coupon: Coupon }, b: { coupon: Coupon }): number =>
  a.coupon.kind === b.coupon.kind ? a.coupon.id - b.coupon.id : a.coupon.kind === 'percent' ? -1 : 1;

/**
 * Takes coupons off the priced lines of one order. Each is spread over the lines in its scope by what they cost, to the
 * satang; the next one sees what the one before left. Refuses a coupon that this order may not use or that takes
 * nothing off it, with a 422 that names it.
 */
export function redeemCoupons(
  lines: readonly PricedLine[],
  named: readonly { coupon: Coupon; field: string }[],
  terms: CouponTerms,
  groupOf: ReadonlyMap<number, string | null>,
): { lines: DiscountedLine[]; applied: AppliedCoupon[] } {
  for (const { coupon, field } of named) checkUsable(coupon, terms, field);
  refuseUnstackable(named);
  const applied: AppliedCoupon[] = [];
  let left: DiscountedLine[] = lines.map((line) => ({ ...line, coupons: [] }));
  for (const { coupon, field } of [...named].sort(inTurn)) {
    const params = { coupon: coupon.code };
    const inScope = left.map((line) => isInScope(coupon, line, groupOf.get(line.product?.id ?? 0) ?? null));
    if (!inScope.includes(true)) throw broken('coupon.not_for_these', { field, params });
    const bases = left.map((line, index) => (inScope[index] ? line.amount : 0n));
    const whole = worthOf(coupon, sum(bases));
    if (whole === 0n) throw broken('coupon.takes_nothing', { field, params });
    const parts = spread(whole, bases);
    applied.push({ coupon, name: localised(coupon, 'name', terms.language), amount: whole });
    left = left.map((line, index) => {
      const amount = parts[index] ?? 0n;
      if (amount === 0n) return line;
      return {
        ...line,
        discount: line.discount + amount,
        amount: line.amount - amount,
        coupons: [...line.coupons, { coupon: coupon.id, code: coupon.code, amount, whole, periods: periodsOf(coupon) }],
      };
    });
  }
  return { lines: left, applied };
}

/** What a line's discount is made of, as its derivation tells it: by hand first, then what is tried, then each coupon. */
export interface LineDiscount {
  cause: 'manual' | 'trial' | 'coupon';
  name?: string;
  /** Minor units as text. */
  amount: string;
  /** What the coupon takes off the whole order, where that is more. */
  whole?: string;
  /** For how many periods a coupon takes it off, that of the order being the first; null: for good. */
  periods?: number | null;
  /** Days for which nothing is asked. */
  days?: number;
}

export function discountsOf({
  discount,
  coupons,
  trial,
}: Pick<DiscountedLine, 'discount' | 'coupons' | 'trial'>): LineDiscount[] {
  const byHand = discount - (trial?.amount ?? 0n) - sum(coupons.map((one) => one.amount));
  return [
    ...(byHand > 0n ? [{ cause: 'manual' as const, amount: byHand.toString() }] : []),
    ...(trial ? [{ cause: 'trial' as const, amount: trial.amount.toString(), days: trial.days }] : []),
    ...coupons.map(({ code, amount, whole, periods }) => ({
      cause: 'coupon' as const,
      name: code,
      amount: amount.toString(),
      periods,
      ...(whole === amount ? {} : { whole: whole.toString() }),
    })),
  ];
}

/** Where a list of orders takes several slots of one coupon at once, each sees what those before it took. */
export function takeSlots(
  coupons: readonly Coupon[],
  taken: ReadonlyMap<number, number>,
): { id: number; used: number }[] {
  return coupons.flatMap(({ id, code, used, totalLimit }) => {
    const more = taken.get(id) ?? 0;
    if (more === 0) return [];
    if (totalLimit !== null && used + more > totalLimit) throw broken('coupon.used_up', { params: { coupon: code } });
    return [{ id, used: used + more }];
  });
}

/** Gives slots back; a counter below zero is a defect that must not be written. */
export function returnSlots(
  coupons: readonly { id: number; code: string; used: number }[],
  returned: readonly { coupon: number }[],
): { id: number; used: number }[] {
  return coupons.flatMap(({ id, code, used }) => {
    const back = returned.filter((one) => one.coupon === id).length;
    if (back > used) throw conflict('coupon.not_taken', { params: { coupon: code } });
    return back === 0 ? [] : [{ id, used: used - back }];
  });
}

/** The numbers of periods from which what recurs costs something else, the order itself being the first. */
export function turnsOf(lines: readonly DiscountedLine[]): number[] {
  const ends = lines.flatMap(({ coupons }) =>
    coupons.flatMap(({ periods }) => (periods === null ? [] : [periods + 1])),
  );
  return [...new Set([2, ...ends])].sort((a, b) => a - b);
}

/** The lines as they cost in a later period, the n-th: without what is tried, and the coupons that are over by then. */
export const linesInPeriod = (lines: readonly DiscountedLine[], period: number): DiscountedLine[] =>
  lines.map((line) => {
    const { trial, ...charged } = line;
    const lasting = line.coupons.filter(({ periods }) => periods === null || period <= periods);
    const over =
      (trial?.amount ?? 0n) + sum(line.coupons.map((one) => one.amount)) - sum(lasting.map((one) => one.amount));
    return { ...charged, discount: line.discount - over, amount: line.amount + over, coupons: lasting };
  });
