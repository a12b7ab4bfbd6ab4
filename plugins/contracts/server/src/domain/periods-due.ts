import { addDays, compareDates, sum, type CivilDate } from '@sanya/strapi-plugin-platform/kernel';
import { type Interval, joined, type Span, without } from './intervals';
import { type Piece, piecesOf, type PriceVersion } from './price-versions';
import { type Period, periodsOf, type ScheduleTerms } from './schedule';

export const BILLED_IN = ['advance', 'arrears'] as const;
export type BilledIn = (typeof BILLED_IN)[number];

/** What is agreed for one line. */
export interface LineTerms extends ScheduleTerms {
  billedIn: BilledIn;
  /** How many days before a period it is billed, in advance. */
  leadDays: number;
  prices: readonly PriceVersion[];
}

export interface DuePeriod extends Span {
  index: number;
  /** The day on which it should have been billed. */
  billOn: CivilDate;
  pieces: Piece[];
  amount: bigint;
}

/** More than this at once is no bill any more but a mistake in the terms. */
export const MOST_DUE = 400;

const billOn = ({ billedIn, leadDays }: LineTerms, period: Span): CivilDate =>
  billedIn === 'advance' ? addDays(period.start, -leadDays) : addDays(period.end, 1);

/** The days of a period that are used, as far as is known on a day; undefined while that cannot be told yet. */
function usedDays(
  terms: LineTerms,
  period: Period,
  { suspensions, asOf }: { suspensions: readonly Interval[]; asOf: CivilDate },
): Span[] | undefined {
  if (terms.whileSuspended !== 'stop') return [period];
  const open = suspensions.find(({ to }) => to === null);
  if (!open || compareDates(open.from, period.end) > 0) return without(period, suspensions);
  // What was to be billed before it began is billed whole, however late, and credited when it is over.
  const isAhead = compareDates(billOn(terms, period), open.from) < 0 && compareDates(period.start, open.from) < 0;
  if (isAhead)
    return without(
      period,
      suspensions.filter(({ to }) => to !== null),
    );
  return compareDates(asOf, period.end) > 0 ? without(period, suspensions) : undefined;
}

/**
 * What should have been billed by a day and was not: a function of what was agreed, when the line was suspended, which
 * periods were billed, and that day. Whether it is asked each minute or once a year, each period comes once, with its
 * own days and prices.
 * @param billed numbers of the periods that were billed
 */
export function periodsDue(
  terms: LineTerms,
  facts: { suspensions: readonly Interval[]; billed: ReadonlySet<number> },
  asOf: CivilDate,
): DuePeriod[] {
  const suspensions = joined(facts.suspensions);
  const due: DuePeriod[] = [];
  for (const period of periodsOf(terms, suspensions)) {
    const on = billOn(terms, period);
    if (compareDates(on, asOf) > 0 || due.length > MOST_DUE) break;
    if (facts.billed.has(period.index)) continue;
    const spans = usedDays(terms, period, { suspensions, asOf });
    const [first, last] = [spans?.[0], spans?.at(-1)];
    if (!spans || !first || !last) continue;
    const pieces = piecesOf(period, terms.prices, spans);
    due.push({
      index: period.index,
      start: first.start,
      end: last.end,
      billOn: on,
      pieces,
      amount: sum(pieces.map(({ amount }) => amount)),
    });
  }
  return due;
}

/**
 * What is given back of a billed period for the days of a suspension that is over. Earlier ones were given back before;
 * where the suspension was known when it was billed, nothing of it was asked for.
 */
export function unusedOf(
  terms: LineTerms,
  period: Period,
  { off, before, billed }: { off: Interval; before: readonly Interval[]; billed: bigint },
): bigint {
  if (terms.whileSuspended !== 'stop') return 0n;
  const cost = (suspensions: readonly Interval[]): bigint =>
    sum(piecesOf(period, terms.prices, without(period, suspensions)).map(({ amount }) => amount));
  const used = cost([...before, off]);
  return billed <= used ? 0n : cost(before) - used;
}

/** The day on which the line next has something to be billed; null when nothing more will come. */
export function nextBillOn(
  terms: LineTerms,
  facts: { suspensions: readonly Interval[]; billed: ReadonlySet<number> },
): CivilDate | null {
  const suspensions = joined(facts.suspensions);
  const open = terms.whileSuspended === 'stop' ? suspensions.find(({ to }) => to === null) : undefined;
  for (const period of periodsOf(terms, suspensions)) {
    if (facts.billed.has(period.index)) continue;
    if (open && compareDates(open.from, period.start) <= 0) return null;
    const spans = terms.whileSuspended === 'stop' ? without(period, suspensions) : [period];
    if (spans.length === 0) continue;
    const on = billOn(terms, period);
    // While it is suspended, what is used of the running period is told when the period is over.
    return open && compareDates(open.from, on) <= 0 && compareDates(open.from, period.end) <= 0
      ? addDays(period.end, 1)
      : on;
  }
  return null;
}
