import { type CivilDate, weekday } from '@sanya/strapi-plugin-platform/kernel';
import type { DueSteps } from './due-steps';
import { isWritten } from './policy';

const SATURDAY = 6;
const OPENS = '08:00';
const CLOSES = '20:00';
const CLOSES_ON_HOLIDAYS = '18:00';

/** Days on which offices work, of those that are no holidays of the year's list. */
export const workingDays =
  (holidays: ReadonlySet<CivilDate>) =>
  (date: CivilDate): boolean =>
    weekday(date) < SATURDAY && !holidays.has(date);

/**
 * Whether a debtor may be contacted at that time of day, `HH:MM` (Debt Collection Act s.9: 8–20 on working days, 8–18 on
 * others).
 */
export const mayContact = (isWorkingDay: boolean, time: string): boolean =>
  time >= OPENS && time < (isWorkingDay ? CLOSES : CLOSES_ON_HOLIDAYS);

export interface Planned<T> {
  invoice: T;
  due: DueSteps;
}

/** What of the due steps of one customer is done today. */
export interface Contact<T> {
  /** Done with the one contact of the day, the one that leads it first; empty where nobody is contacted. */
  told: readonly Planned<T>[];
  /** Done without a word. */
  silent: readonly Planned<T>[];
}

const sternestFirst = <T>(list: readonly Planned<T>[]): Planned<T>[] =>
  [...list].sort((a, b) => b.due.step.day - a.due.step.day);

/**
 * A customer is contacted once a day at most (Debt Collection Act s.9): all that is written goes into one mail or letter,
 * which the sternest step leads; what would be said by telephone waits for a day without one.
 */
export function contactOf<T>(planned: readonly Planned<T>[], contactedToday: boolean): Contact<T> {
  const silent = planned.filter(({ due }) => due.step.channel === 'none');
  if (contactedToday) return { told: [], silent };
  const written = planned.filter(({ due }) => isWritten(due.step));
  const calls = planned.filter(({ due }) => due.step.channel === 'call');
  return { told: sternestFirst(written.length > 0 ? written : calls), silent };
}
