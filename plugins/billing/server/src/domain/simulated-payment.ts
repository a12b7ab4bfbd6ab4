import { addDays, type CivilDate, compareDates } from '@sanya/strapi-plugin-platform/kernel';

/** Days after the due date on which a customer pays, negative when early; `never` where they do not. */
export type Habit = number | 'never';

/** Whether an open invoice is paid by a day, by one who keeps to a habit. */
export const isPaidBy = (dueDate: CivilDate, habit: Habit, day: CivilDate): boolean =>
  habit !== 'never' && compareDates(addDays(dueDate, habit), day) <= 0;

/** The earliest that anybody pays, in days after the due date; never above 0. */
export function earliestOf(habits: Iterable<Habit>): number {
  let first = 0;
  for (const habit of habits) if (habit !== 'never' && habit < first) first = habit;
  return first;
}

/** The first day on which anybody pays any of it; undefined where nobody does. */
export const firstPayDay = (dueDate: CivilDate | undefined, habits: Iterable<Habit>): CivilDate | undefined =>
  dueDate && addDays(dueDate, earliestOf(habits));
