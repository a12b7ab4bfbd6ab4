import { addDays, compareDates, type CivilDate } from '@sanya/strapi-plugin-platform/kernel';
import { common, type Interval, joined, lengthOf, type Span, without } from './intervals';
import { periodAt, type ScheduleTerms, type SuspensionPolicy } from './schedule';

/** Days between two billed periods that follow each other by number. */
export interface Hole extends Span {
  /** First day of the period before; that of the hole where it is before the first one. */
  since: string;
}

/**
 * The day since which what a line was off is counted for a hole. What was billed of a line before it took over later keeps
 * the days that it had: of what shifts, all of the period counts in which the hole lies.
 */
export function countedSince(terms: ScheduleTerms, suspensions: readonly Interval[], hole: Hole): CivilDate {
  const period = terms.whileSuspended === 'shift' ? periodAt(terms, suspensions, hole.end) : undefined;
  return period && compareDates(period.full.start, hole.since) < 0 ? period.full.start : hole.since;
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
