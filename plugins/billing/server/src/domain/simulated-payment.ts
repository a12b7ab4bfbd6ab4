import { addDays, type CivilDate, compareDates } from '@sanya/strapi-plugin-platform/kernel';

/** Days after the due date on which a customer pays, negative when early; `never` where they do not. */
export type Habit = number | 'never';

/** Whether an open invoice is paid by a day, by one who keeps to a habit. */
export const isPaidBy = (dueDate: CivilDate, habit: Habit, day: CivilDate): boolean =>
  habit !== 'never' && compareDates(addDays(dueDate, habit), day) <= 0;

/** The first day on which anybody pays any of it; undefined where nobody does. */
export const firstPayDay = (dueDate: CivilDate | undefined, habits: Iterable<Habit>): CivilDate | undefined =>
  dueDate && addDays(dueDate, Math.min(0, ...[...habits].filter((habit) => habit !== 'never')));
