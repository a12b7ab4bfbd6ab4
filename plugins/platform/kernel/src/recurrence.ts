import { addDays, addMonths, compareDates, daysBetween, type CivilDate } from './dates';

/** How often: every `count` units, `count` a whole number of 1 or more. A quarter is three months. */
export interface Cycle {
  unit: 'day' | 'week' | 'month' | 'year';
  count: number;
}

const DAYS = { day: 1, week: 7 } as const;
const MONTHS = { month: 1, year: 12 } as const;

function step(cycle: Cycle): { days: number } | { months: number } {
  const { unit, count } = cycle;
  if (!Number.isSafeInteger(count) || count < 1) throw new RangeError(`cycle: the count is ${count}`);
  return unit === 'day' || unit === 'week' ? { days: DAYS[unit] * count } : { months: MONTHS[unit] * count };
}

/**
 * The n-th date of a recurrence, from its anchor and n alone (0 is the anchor, below zero lies before it): a short
 * month shortens its own date and no later one. 31 Jan monthly gives 28 Feb, 31 Mar (FEATURES Y8).
 * RangeError when the count or n is not whole, or the anchor is no date.
 */
export function nthDate(anchor: CivilDate, cycle: Cycle, n: number): CivilDate {
  if (!Number.isSafeInteger(n)) throw new RangeError(`recurrence: the index is ${n}`);
  const by = step(cycle);
  return 'days' in by ? addDays(anchor, by.days * n) : addMonths(anchor, by.months * n);
}

/** The n-th period: from the n-th date to the day before the next, both inclusive. Periods leave no day out. */
export const period = (anchor: CivilDate, cycle: Cycle, n: number): { start: CivilDate; end: CivilDate } => ({
  start: nthDate(anchor, cycle, n),
  end: addDays(nthDate(anchor, cycle, n + 1), -1),
});

/** The smallest n of 0 or more whose date is not before `date`: 0 when `date` is on or before the anchor. */
export function firstIndexOnOrAfter(anchor: CivilDate, cycle: Cycle, date: CivilDate): number {
  const by = step(cycle);
  const days = daysBetween(anchor, date);
  if (days <= 0) return 0;
  if ('days' in by) return Math.ceil(days / by.days);
  // The date at `near` is in the month of `date` or before, the one at `near + 1` in a later month.
  const near = Math.floor(monthsBetween(anchor, date) / by.months);
  return compareDates(nthDate(anchor, cycle, near), date) < 0 ? near + 1 : near;
}

function monthsBetween(a: CivilDate, b: CivilDate): number {
  const months = (date: CivilDate): number => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
  return months(b) - months(a);
}
