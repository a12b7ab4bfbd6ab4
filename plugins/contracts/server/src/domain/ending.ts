import {
  addDays,
  compareDates,
  max,
  min,
  mulDiv,
  PPM,
  sum,
  type CivilDate,
} from '@sanya/strapi-plugin-platform/kernel';
import { lastDayAfterMonths } from './cycle';
import { type Interval, type Span, without } from './intervals';
import { piecesOf } from './price-versions';
import type { LineTerms } from './periods-due';
import { periodAt, periodsOf } from './schedule';

export const ENDINGS = ['now', 'period_end', 'term_end'] as const;
export type Ending = (typeof ENDINGS)[number];

/** What leaving before the minimum term costs. */
export type LeavingFee =
  | { kind: 'none' }
  /** Minor units, before VAT. */
  | { kind: 'fixed'; amount: bigint }
  /** Of what the rest of the minimum term would have cost. */
  | { kind: 'percent'; ppm: number }
  /** So many months of it, and never more than there are. */
  | { kind: 'months'; months: number };

const later = (a: CivilDate, b: CivilDate): CivilDate => (compareDates(a, b) >= 0 ? a : b);

/**
 * The last day of a line that is given up today: not before the days of notice are over, and then at once, with the period
 * that runs, or with the term; where no term runs, with the period. What was to take over later than that never does: it
 * ends before it begins.
 */
export function lastDay(
  terms: LineTerms,
  { ending, noticeDays, termEndsOn }: { ending: Ending; noticeDays: number; termEndsOn: CivilDate | null },
  { suspensions, today }: { suspensions: readonly Interval[]; today: CivilDate },
): CivilDate {
  const { follows, startsOn, countedFrom = startsOn } = terms;
  const noticed = addDays(today, noticeDays);
  const soonest = follows ? noticed : later(noticed, startsOn);
  const whole = follows ? { ...terms, startsOn: countedFrom, endsOn: null } : terms;
  const term = termEndsOn !== null && compareDates(termEndsOn, today) >= 0 ? termEndsOn : null;
  const wished =
    ending === 'now'
      ? soonest
      : ending === 'term_end' && term !== null
        ? later(term, soonest)
        : (periodAt(whole, suspensions, soonest)?.end ?? soonest);
  const last = terms.endsOn !== null && compareDates(terms.endsOn, wished) < 0 ? terms.endsOn : wished;
  return follows ? later(last, addDays(startsOn, -1)) : last;
}

/** What the days of a span cost by the terms, period by period. */
export function costOf(terms: LineTerms, suspensions: readonly Interval[], span: Span): bigint {
  const amounts: bigint[] = [];
  for (const period of periodsOf({ ...terms, endsOn: span.end }, suspensions)) {
    if (compareDates(period.end, span.start) < 0) continue;
    const days = without(period, [{ from: '0001-01-01', to: span.start }]);
    amounts.push(...piecesOf(period, terms.prices, days).map(({ amount }) => amount));
  }
  return sum(amounts);
}

/**
 * What comes back of billed periods for the days after a last day, by number of the period. Days that were off in a
 * suspension that is over were not asked for, or were given back when it ended; and what an earlier last day gave back
 * does not come again, since a line ends with its own.
 * @param billed what was asked for each period, by its number
 */
export function paidBeyond(
  terms: LineTerms,
  suspensions: readonly Interval[],
  { endsOn, billed }: { endsOn: CivilDate; billed: ReadonlyMap<number, bigint> },
): Map<number, bigint> {
  // A suspension that goes on moves the last day as far as what comes after it: they lie as if there were none.
  const known = suspensions.filter(({ to }) => to !== null);
  const last = Math.max(-1, ...billed.keys());
  const back = new Map<number, bigint>();
  for (const period of periodsOf(terms, known)) {
    if (period.index > last) break;
    const asked = billed.get(period.index);
    if (asked === undefined || compareDates(period.end, endsOn) <= 0) continue;
    const off = terms.whileSuspended === 'stop' ? known : [];
    const rest = without(period, [...off, { from: '0001-01-01', to: addDays(endsOn, 1) }]);
    back.set(period.index, min(asked, sum(piecesOf(period, terms.prices, rest).map(({ amount }) => amount))));
  }
  return back;
}

interface LeavingTerms {
  fee: LeavingFee;
  minimumUntil: CivilDate | null;
  suspensions: readonly Interval[];
}

/** The fee for ending on a day before the minimum term is over; nothing from then on. */
export function leavingFee(
  terms: LineTerms,
  { fee, minimumUntil, suspensions }: LeavingTerms,
  endsOn: CivilDate,
): bigint {
  if (minimumUntil === null || compareDates(endsOn, minimumUntil) >= 0) return 0n;
  const left = { start: addDays(endsOn, 1), end: minimumUntil };
  const rest = costOf(terms, suspensions, left);
  switch (fee.kind) {
    case 'none':
      return 0n;
    case 'fixed':
      return fee.amount;
    case 'percent':
      return mulDiv(rest, BigInt(fee.ppm), PPM);
    case 'months': {
      const end = lastDayAfterMonths(left.start, fee.months);
      return min(rest, costOf(terms, suspensions, { start: left.start, end }));
    }
  }
}

/** What ending on a day costs beyond what the last day that a line has already did: nobody pays for leaving twice. */
export function feeToEnd(terms: LineTerms, agreed: LeavingTerms, endsOn: CivilDate): bigint {
  const open = { ...terms, endsOn: null };
  const had = terms.endsOn === null ? 0n : leavingFee(open, agreed, terms.endsOn);
  return max(0n, leavingFee(open, agreed, endsOn) - had);
}
