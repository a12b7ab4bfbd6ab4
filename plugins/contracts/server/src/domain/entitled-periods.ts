import { addDays, compareDates, type CivilDate } from '@sanya/strapi-plugin-platform/kernel';
import type { Entitlement } from './entitlement';
import { type Interval, without } from './intervals';
import { periodsOf, type ScheduleTerms } from './schedule';

/** What a grant is for. */
export interface EntitledPeriod {
  start: CivilDate;
  /** The last day as far as it is known; null: until the contract is ended. */
  end: CivilDate | null;
  /** One of which every day so far was off is granted when the service is on again. */
  granted: boolean;
}

export interface EntitledPeriods {
  /** Those that have begun, in order. */
  begun: EntitledPeriod[];
  /** The first day of the next. */
  next: CivilDate | null;
}

/** Years and terms are counted from the first day of the first line, whatever line goes on from it. */
function schedulesOf(
  lines: readonly ScheduleTerms[],
  { per }: Entitlement,
  termMonths: number | null,
): readonly ScheduleTerms[] | undefined {
  const [first, last] = [lines[0], lines.at(-1)];
  if (per === 'period' || !first || !last) return lines;
  const months = per === 'year' ? 12 : termMonths;
  if (months === null) return undefined;
  const { whileSuspended, endsOn } = last;
  const cycle = { unit: 'month' as const, count: months };
  return [{ startsOn: first.startsOn, endsOn, cycle, alignment: 'anniversary', whileSuspended }];
}

/**
 * The periods of an entitlement until a day: those that are billed, years, or terms. They go on for as long as the lines
 * do that go on from one another: a contract that is renewed has the next one, whatever its length.
 */
export function entitledPeriods(
  lines: readonly ScheduleTerms[],
  entitlement: Entitlement,
  { termMonths, suspensions, today }: { termMonths: number | null; suspensions: readonly Interval[]; today: CivilDate },
): EntitledPeriods {
  const begun: EntitledPeriod[] = [];
  const schedules = schedulesOf(lines, entitlement, termMonths);
  if (!schedules) {
    const start = lines[0]?.startsOn ?? today;
    const has = compareDates(start, today) <= 0;
    const only = { start, end: lines.at(-1)?.endsOn ?? null, granted: true };
    return { begun: has ? [only] : [], next: has ? null : start };
  }
  for (const schedule of schedules) {
    for (const { start, end } of periodsOf(schedule, suspensions)) {
      if (compareDates(start, today) > 0) return { begun, next: start };
      const seen = { start, end: compareDates(end, today) < 0 ? end : today };
      const wasOn = schedule.whileSuspended !== 'stop' || without(seen, suspensions).length > 0;
      const isMeant = entitlement.from === null || compareDates(end, entitlement.from) >= 0;
      begun.push({ start, end, granted: wasOn && isMeant });
    }
  }
  return { begun, next: null };
}

/** The day after the last one, where that is still to come. */
export const dayAfter = (endsOn: CivilDate | null, today: CivilDate): CivilDate | null =>
  endsOn !== null && compareDates(endsOn, today) >= 0 ? addDays(endsOn, 1) : null;
