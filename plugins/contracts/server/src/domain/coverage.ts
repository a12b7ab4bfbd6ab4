import { addDays, compareDates, type CivilDate } from '@sanya/strapi-plugin-platform/kernel';
import { common, type Interval, joined, lengthOf, type Span, without } from './intervals';
import { type Period, periodsOf, type ScheduleTerms, type SuspensionPolicy } from './schedule';

/** Days between two billed periods that follow each other by number. */
export interface Hole extends Span {
  /** First day of the period before; that of the hole where it is before the first one. */
  since: string;
}

/** A period of a line as it was billed. */
export interface BilledSpan {
  periodNumber: number;
  startsOn: CivilDate;
  endsOn: CivilDate;
}

/**
 * The day since which what a line was off is counted for a hole. What was billed keeps the days that it had: of what
 * shifts, days off count since the first of the periods before the hole that lie elsewhere now, and all of the period
 * counts in which the hole lies.
 * @param billed periods of the line, by their numbers
 */
export function countedSince(
  terms: ScheduleTerms,
  suspensions: readonly Interval[],
  hole: Hole,
  billed: readonly BilledSpan[],
): CivilDate {
  if (terms.whileSuspended !== 'shift') return hole.since;
  const now = new Map<number, Period>();
  for (const period of periodsOf(terms, suspensions)) {
    if (compareDates(period.start, hole.end) > 0) break;
    now.set(period.index, period);
  }
  const around = [...now.values()].filter(({ end }) => compareDates(hole.end, end) <= 0).map(({ full }) => full.start);
  const moved: CivilDate[] = [];
  const before = billed.filter(({ startsOn }) => compareDates(startsOn, hole.start) < 0);
  for (const { periodNumber, startsOn, endsOn } of [...before].reverse()) {
    const lies = now.get(periodNumber);
    if (lies?.start === startsOn && lies.end === endsOn) break;
    moved.push(startsOn);
  }
  return [...around, ...moved].reduce((first, day) => (compareDates(day, first) < 0 ? day : first), hole.since);
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
