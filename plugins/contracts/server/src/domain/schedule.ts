import {
  addDays,
  compareDates,
  daysBetween,
  firstIndexOnOrAfter,
  nthDate,
  weekday,
  type CivilDate,
} from '@sanya/strapi-plugin-platform/kernel';
import { type BillingCycle, kernelCycle } from './cycle';
import { type Interval, joined, type Span } from './intervals';

export const ALIGNMENTS = ['anniversary', 'calendar'] as const;
export type Alignment = (typeof ALIGNMENTS)[number];

/**
 * What a suspension does to billing: `keep` bills on; `stop` makes no periods, and credits what was paid and not used;
 * `shift` moves the end of the running period, and all that follows, by the days that were lost.
 */
export const SUSPENSION_POLICIES = ['keep', 'stop', 'shift'] as const;
export type SuspensionPolicy = (typeof SUSPENSION_POLICIES)[number];

export interface ScheduleTerms {
  startsOn: CivilDate;
  /** The last day; null: until somebody ends it. */
  endsOn: CivilDate | null;
  cycle: BillingCycle;
  alignment: Alignment;
  whileSuspended: SuspensionPolicy;
  /** Periods are counted from this day where the line goes on with those of an earlier one; absent: from its first. */
  countedFrom?: CivilDate;
}

/** One period of a line, the `index`-th from 0, counted with those of the line that it goes on from. */
export interface Period extends Span {
  index: number;
  /** The whole period of which this may be a part: the price is that of the whole. */
  full: Span;
  /** Days inside it that do not count, since they moved its end. */
  paused: readonly Interval[];
}

/** The day from which periods of the calendar are counted: a Monday, or the first of January. */
function calendarAnchor(startsOn: CivilDate, { unit }: BillingCycle): CivilDate {
  if (unit === 'day') return startsOn;
  return unit === 'week' ? addDays(startsOn, 1 - weekday(startsOn)) : `${startsOn.slice(0, 4)}-01-01`;
}

/** Periods as they lie without suspensions. Each is computed from the anchor and its number alone. */
function* grid({ startsOn, cycle, alignment }: ScheduleTerms): Generator<Period, never> {
  const by = kernelCycle(cycle);
  const anchor = alignment === 'calendar' ? calendarAnchor(startsOn, cycle) : startsOn;
  const first = firstIndexOnOrAfter(anchor, by, startsOn);
  const begins = nthDate(anchor, by, first);
  const hasPart = compareDates(startsOn, begins) < 0;
  let index = 0;
  if (hasPart) {
    const full = { start: nthDate(anchor, by, first - 1), end: addDays(begins, -1) };
    yield { index, start: startsOn, end: full.end, full, paused: [] };
    index += 1;
  }
  let start = begins;
  for (let n = first; ; n += 1, index += 1) {
    const next = nthDate(anchor, by, n + 1);
    const end = addDays(next, -1);
    yield { index, start, end, full: { start, end }, paused: [] };
    start = next;
  }
}

/**
 * Periods whose ends suspensions move. A period in which one begins ends as many days later as it lasted, and the
 * following are counted from there; while it lasts, nobody knows when they will begin.
 */
function* shifted({ startsOn, cycle }: ScheduleTerms, suspensions: readonly Interval[]): Generator<Period, void> {
  const by = kernelCycle(cycle);
  const waiting = joined(suspensions);
  let anchor = startsOn;
  let n = 0;
  let start = anchor;
  for (let index = 0; ; index += 1) {
    let end = addDays(nthDate(anchor, by, n + 1), -1);
    const paused: Interval[] = [];
    for (let next = waiting[0]; next && compareDates(next.from, end) <= 0; next = waiting[0]) {
      waiting.shift();
      const from = compareDates(next.from, start) < 0 ? start : next.from;
      if (next.to === null) {
        yield { index, start, end, full: { start, end }, paused };
        return;
      }
      const days = daysBetween(from, next.to);
      if (days <= 0) continue;
      paused.push({ from, to: next.to });
      end = addDays(end, days);
    }
    yield { index, start, end, full: { start, end }, paused };
    n = paused.length > 0 ? 0 : n + 1;
    start = addDays(end, 1);
    if (paused.length > 0) anchor = start;
  }
}

/**
 * The periods of a line in order, without a hole or an overlap; the last is cut where the line ends, and the first where
 * the line took over from another within it. A line that ends before it begins has none.
 */
export function* periodsOf(terms: ScheduleTerms, suspensions: readonly Interval[]): Generator<Period, void> {
  const { startsOn, endsOn, whileSuspended, countedFrom = startsOn } = terms;
  const counted = { ...terms, startsOn: countedFrom };
  for (const period of whileSuspended === 'shift' ? shifted(counted, suspensions) : grid(counted)) {
    if (endsOn !== null && compareDates(period.start, endsOn) > 0) return;
    if (compareDates(period.end, startsOn) < 0) continue;
    const start = compareDates(period.start, startsOn) < 0 ? startsOn : period.start;
    const end = endsOn !== null && compareDates(endsOn, period.end) < 0 ? endsOn : period.end;
    if (compareDates(start, end) > 0) return;
    yield start === period.start && end === period.end ? period : { ...period, start, end };
  }
}

/** The period in which a day lies; undefined before the first and after the last. */
export function periodAt(terms: ScheduleTerms, suspensions: readonly Interval[], day: CivilDate): Period | undefined {
  for (const period of periodsOf(terms, suspensions)) {
    if (compareDates(day, period.start) < 0) return undefined;
    if (compareDates(day, period.end) <= 0) return period;
  }
  return undefined;
}
