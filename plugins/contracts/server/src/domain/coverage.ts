import { addDays, compareDates, type CivilDate } from '@sanya/strapi-plugin-platform/kernel';
import { common, type Interval, joined, lengthOf, type Span, without } from './intervals';
import { type Period, periodsOf, type ScheduleTerms, type SuspensionPolicy } from './schedule';

/** Days between two billed periods that follow each other by number. */
export interface Hole extends Span {
  /** First day of the period before; that of the hole where it is before the first one. */
  since: string;
}

/** A period as it was billed of a line, or of one that it goes on from. */
export interface BilledSpan {
  periodNumber: number;
  startsOn: CivilDate;
  endsOn: CivilDate;
}

/**
 * The day since which what a line was off is counted for a hole. What was billed keeps the days that it had: of what
 * shifts, days off count since the first of the periods before the hole that end on another day now, and all of the
 * period counts in which the hole lies.
 */
export function countedSince(
  terms: ScheduleTerms,
  suspensions: readonly Interval[],
  hole: Hole,
  billed: readonly BilledSpan[],
): CivilDate {
  if (terms.whileSuspended !== 'shift') return hole.since;
  const now = new Map<number, Period>();
  for (const period of periodsOf({ ...terms, startsOn: terms.countedFrom ?? terms.startsOn }, suspensions)) {
    if (compareDates(period.start, hole.end) > 0) break;
    now.set(period.index, period);
  }
  const since = [...now.values()].filter(({ end }) => compareDates(hole.end, end) <= 0).map(({ start }) => start);
  const before = billed
    .filter(({ startsOn }) => compareDates(startsOn, hole.start) < 0)
    .sort((a, b) => compareDates(b.startsOn, a.startsOn));
  for (const { periodNumber, startsOn, endsOn } of before) {
    if (now.get(periodNumber)?.end === endsOn) break;
    since.push(startsOn);
  }
  return since.reduce((first, day) => (compareDates(day, first) < 0 ? day : first), hole.since);
}

/**
 * Whether days without a period are as they should be: lines that stop are not billed for days that are off, and those
 * that shift begin again as many days later as they were off since the period before began.
 */
export function isExplained(hole: Hole, policy: SuspensionPolicy, suspensions: readonly Interval[]): boolean {
  if (policy === 'keep') return false;
  if (policy === 'stop') return without(hole, suspensions).length === 0;
  const span = { start: hole.since, end: hole.end };
  const off = joined(suspensions).flatMap(({ from, to }) => {
    const end = to === null ? span.end : addDays(to, -1);
    const part = compareDates(from, end) <= 0 ? common(span, { start: from, end }) : undefined;
    return part ? [lengthOf(part)] : [];
  });
  return lengthOf(hole) <= off.reduce((total, days) => total + days, 0);
}
