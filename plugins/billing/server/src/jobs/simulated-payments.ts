import {
  addDays,
  addDuration,
  type CivilDate,
  compareDates,
  compareInstants,
  isRefusal,
  startOfDay,
} from '@sanya/strapi-plugin-platform/kernel';
import type { Job, Platform, SimulationQuestion, StepResult } from '@sanya/strapi-plugin-platform/kit';
import { earliestOf, firstPayDay, type Habit, isPaidBy } from '../domain/simulated-payment';
import { earliestDue, openDueBy, readHabits } from '../stores/habits';
import { payInFull } from '../use-cases/pay-in-full';

const CHUNK = 200;
/** Of the day: after the reminders of the morning. */
const HOUR = 'PT12H';

/** Members paying by transfer in a simulation, each at noon of their day; what they withhold they withhold. */
export function createSimulatedPayments(platform: Platform, payments: SimulationQuestion['payments']): Job {
  const { clock } = platform;
  let known: Promise<Map<number, Habit>> | undefined;
  const habits = (): Promise<Map<number, Habit>> => {
    known ??= payments === 'as_before' ? readHabits(platform, clock.today()) : Promise.resolve(new Map());
    return known;
  };
  // Of this simulation.
  let lastDay: CivilDate | undefined;
  const noonOf = (date: CivilDate): string => addDuration(startOfDay(clock.zone(), date), HOUR, clock.zone());

  /** What a rule refuses of it stays open; the others are paid. */
  async function pay(invoices: readonly number[]): Promise<StepResult> {
    try {
      await payInFull(platform, invoices);
      return { done: false, processed: invoices.length };
    } catch (error) {
      if (!isRefusal(error)) throw error;
      if (invoices.length === 1) return { done: false, failed: 1 };
      const each: StepResult[] = [];
      for (const one of invoices) each.push(await pay([one]));
      const total = (key: 'processed' | 'failed') => each.reduce((sum, result) => sum + (result[key] ?? 0), 0);
      return { done: false, processed: total('processed'), failed: total('failed') };
    }
  }

  return {
    name: 'billing.simulated-payments',
    async nextDue() {
      const first = firstPayDay(await earliestDue(platform), (await habits()).values());
      if (first === undefined) return null;
      const today = clock.today();
      const isOver = compareInstants(clock.now(), noonOf(today)) > 0 || lastDay === today;
      const next = isOver ? addDays(today, 1) : today;
      return noonOf(compareDates(first, next) > 0 ? first : next);
    },
    async step({ cursor }) {
      const { after = 0 } = (cursor ?? {}) as { after?: number };
      const of = await habits();
      const today = clock.today();
      const earliest = earliestOf(of.values());
      const open = await openDueBy(platform, { until: addDays(today, -earliest), after, most: CHUNK });
      const mine = open.filter(({ customer, dueDate }) => isPaidBy(dueDate, of.get(customer) ?? 0, today));
      const paid = mine.length > 0 ? await pay(mine.map(({ id }) => id)) : {};
      lastDay = today;
      return { ...paid, done: open.length < CHUNK, cursor: { after: open.at(-1)?.id ?? after } };
    },
  };
}
