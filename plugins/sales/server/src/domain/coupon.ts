import {
  badInput,
  type CivilDate,
  compareDates,
  conflict,
  differences,
  machine,
  moneyParam,
  sameData,
} from '@sanya/strapi-plugin-platform/kernel';
import type { Translations } from './product';

export const COUPON_KINDS = ['percent', 'amount'] as const;
export type CouponKind = (typeof COUPON_KINDS)[number];

export const DURATIONS = ['once', 'periods', 'forever'] as const;
/** How long it lasts on what recurs: for the first period, for so many, or for all of them. */
export type Duration = (typeof DURATIONS)[number];

export const COUPON_STATES = ['active', 'closed'] as const;
export type CouponState = (typeof COUPON_STATES)[number];

/** What is closed is taken no longer; orders that have it keep it. */
export const couponMachine = machine<CouponState, 'close' | 'reopen'>({
  type: 'coupon',
  states: COUPON_STATES,
  initial: ['active'],
  transitions: [
    { verb: 'close', from: ['active'], to: 'closed' },
    { verb: 'reopen', from: ['closed'], to: 'active' },
  ],
});

const REDEMPTION_STATES = ['standing', 'returned'] as const;
export type RedemptionState = (typeof REDEMPTION_STATES)[number];

/** A slot that was taken, and given back when nothing of the order is asked for any more. */
export const redemptionMachine = machine<RedemptionState, 'return'>({
  type: 'redemption',
  states: REDEMPTION_STATES,
  initial: ['standing'],
  transitions: [{ verb: 'return', from: ['standing'], to: 'returned' }],
});

/** What a coupon is for, as row ids and names of groups: a list that is empty narrows nothing. */
export interface CouponScope {
  /** A line is in scope by its product or by the group of its product. */
  products: readonly number[];
  groups: readonly string[];
  /** A customer may use it by name or by class. */
  customers: readonly number[];
  classes: readonly number[];
}

export const EVERYTHING: CouponScope = { products: [], groups: [], customers: [], classes: [] };

/** What is said of a coupon, whole; money in minor units. */
export interface CouponFacts {
  /** As it is told to customers: capital letters. */
  code: string;
  name: string;
  translations: Translations | null;
  kind: CouponKind;
  /** Of a percent coupon. */
  ratePpm: number | null;
  /** Most that a percent coupon takes off one order. */
  cap: bigint | null;
  /** Of an amount coupon: off one order. */
  amount: bigint | null;
  currency: string;
  duration: Duration;
  /** Of the duration `periods`. */
  periods: number | null;
  validFrom: CivilDate | null;
  validTo: CivilDate | null;
  totalLimit: number | null;
  perCustomerLimit: number | null;
  /** May be used beside others that are stackable too. */
  stackable: boolean;
}

export type CouponDraft = Pick<CouponFacts, 'code' | 'name' | 'kind'> & Partial<CouponFacts>;

const MOST_AMOUNT = 1_000_000_000_000n;
const WHOLE_PPM = 1_000_000;
const MOST_PERIODS = 600;
const MOST_SLOTS = 1_000_000_000;
const CODE = /^[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}_-]{1,39}$/u;

/** Customers type codes as they please: capitals, and without the spaces that copying brings along. */
export const couponCode = (typed: string): string => typed.normalize('NFC').trim().toUpperCase();

export const completeCoupon = (draft: CouponDraft, currency: string): CouponFacts => ({
  code: draft.code,
  name: draft.name,
  translations: draft.translations ?? null,
  kind: draft.kind,
  ratePpm: draft.ratePpm ?? null,
  cap: draft.cap ?? null,
  amount: draft.amount ?? null,
  currency: draft.currency ?? currency,
  duration: draft.duration ?? 'once',
  periods: draft.periods ?? null,
  validFrom: draft.validFrom ?? null,
  validTo: draft.validTo ?? null,
  totalLimit: draft.totalLimit ?? null,
  perCustomerLimit: draft.perCustomerLimit ?? null,
  stackable: draft.stackable ?? false,
});

const isAmount = (amount: bigint | null): boolean => amount !== null && amount > 0n && amount <= MOST_AMOUNT;
const isCount = (count: number | null, most: number): boolean =>
  count !== null && Number.isInteger(count) && count >= 1 && count <= most;

function checkTakes(facts: CouponFacts): void {
  const params = { most: moneyParam(MOST_AMOUNT, facts.currency) };
  if (facts.kind === 'percent') {
    if (!isCount(facts.ratePpm, WHOLE_PPM)) throw badInput('coupon.rate_out_of_range', { field: 'ratePpm' });
    if (facts.cap !== null && !isAmount(facts.cap))
      throw badInput('coupon.amount_out_of_range', { field: 'cap', params });
    if (facts.amount !== null) throw badInput('coupon.percent_or_amount', { field: 'amount' });
    return;
  }
  if (!isAmount(facts.amount)) throw badInput('coupon.amount_out_of_range', { field: 'amount', params });
  if (facts.ratePpm !== null) throw badInput('coupon.percent_or_amount', { field: 'ratePpm' });
  if (facts.cap !== null) throw badInput('coupon.percent_or_amount', { field: 'cap' });
}

/** What a coupon must be to be kept; its code comes back as it is compared. */
export function checkCoupon(typed: CouponFacts): CouponFacts {
  const facts = { ...typed, code: couponCode(typed.code) };
  if (!CODE.test(facts.code)) throw badInput('coupon.code_invalid', { field: 'code' });
  checkTakes(facts);
  if (
    (facts.duration === 'periods') !== (facts.periods !== null) ||
    (facts.periods !== null && !isCount(facts.periods, MOST_PERIODS))
  ) {
    throw badInput('coupon.periods_out_of_range', { field: 'periods', params: { most: MOST_PERIODS } });
  }
  if (facts.validFrom !== null && facts.validTo !== null && compareDates(facts.validFrom, facts.validTo) > 0) {
    throw badInput('coupon.dates_crossed', { field: 'validTo' });
  }
  for (const field of ['totalLimit', 'perCustomerLimit'] as const) {
    if (facts[field] !== null && !isCount(facts[field], MOST_SLOTS))
      throw badInput('coupon.limit_out_of_range', { field });
  }
  return facts;
}

/** What somebody who used the coupon was promised, or what their papers call it. */
const PROMISED = ['code', 'kind', 'ratePpm', 'cap', 'amount', 'duration', 'periods'] as const;

/** A coupon as it will be. What was promised to whoever used it stays, and there are never fewer slots than are taken. */
export function changeCoupon(before: CouponFacts, change: Partial<CouponFacts>, used: number) {
  const facts = checkCoupon({ ...before, ...change });
  if (used > 0) {
    const field = PROMISED.find((key) => !sameData(before[key], facts[key]));
    if (field) throw conflict('coupon.in_use', { field, params: { coupon: before.code, used } });
  }
  if (facts.totalLimit !== null && facts.totalLimit < used) {
    throw conflict('coupon.limit_below_use', { field: 'totalLimit', params: { used } });
  }
  return { facts, changed: differences(before, facts) };
}
