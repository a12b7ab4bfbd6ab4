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

function scheduleOf(terms: ScheduleTerms, { per }: Entitlement, termMonths: number | null): ScheduleTerms | undefined {
  if (per === 'period') return terms;
  const months = per === 'year' ? 12 : termMonths;
  if (months === null) return undefined;
  return { ...terms, cycle: { unit: 'month', count: months }, alignment: 'anniversary' };
}

/**
 * The periods of an entitlement until a day: those that are billed, years, or terms. They go on for as long as the line
 * does: a contract that is renewed has the next one, whatever its length.
 */
export function entitledPeriods(
  terms: ScheduleTerms,
  entitlement: Entitlement,
  { termMonths, suspensions, today }: { termMonths: number | null; suspensions: readonly Interval[]; today: CivilDate },
): EntitledPeriods {
  const begun: EntitledPeriod[] = [];
  const schedule = scheduleOf(terms, entitlement, termMonths);
  if (!schedule) {
    const has = compareDates(terms.startsOn, today) <= 0;
    const only = { start: terms.startsOn, end: terms.endsOn, granted: true };
    return { begun: has ? [only] : [], next: has ? null : terms.startsOn };
  }
  for (const { start, end } of periodsOf(schedule, suspensions)) {
    if (compareDates(start, today) > 0) return { begun, next: start };
    const seen = { start, end: compareDates(end, today) < 0 ? end : today };
    const wasOn = terms.whileSuspended !== 'stop' || without(seen, suspensions).length > 0;
    const isMeant = entitlement.from === null || compareDates(end, entitlement.from) >= 0;
    begun.push({ start, end, granted: wasOn && isMeant });
  }
  return { begun, next: null };
}

/** The day after the last one, where that is still to come. */
export const dayAfter = (endsOn: CivilDate | null, today: CivilDate): CivilDate | null =>
  endsOn !== null && compareDates(endsOn, today) >= 0 ? addDays(endsOn, 1) : null;
