import {
  addDays,
  addDuration,
  type CivilDate,
  compareDates,
  compareInstants,
  startOfDay,
} from '@sanya/strapi-plugin-platform/kernel';
import type { Job, Tools } from '@sanya/strapi-plugin-platform/kit';
import { customersToDun, firstToDun } from '../stores/dunning/due';
import { activePolicies, lastSaved } from '../stores/dunning/policies';
import { lastRunDay } from '../stores/run-days';
import { isContactTime, takeSteps } from '../use-cases/dunning/take-steps';

const NAME = 'billing.dun-invoices';
/** Of the day: offices are open, and debtors may be contacted on every day of the week. */
const HOUR = 'PT9H';
/** Customers. */
const CHUNK = 200;

/**
 * Takes the steps of dunning that are due, once a day in the morning and only where there are any. A morning that was
 * missed is made up for on its day, unless a policy was set since: that begins the next morning. A chunk that fails is
 * taken customer by customer: one that fails alone is told of, and stops nobody else.
 */
export function createDunInvoices({ platform, strapi }: Tools): Job {
  const morningOf = (date: CivilDate): string =>
    addDuration(startOfDay(platform.clock.zone(), date), HOUR, platform.clock.zone());

  async function oneByOne(customers: readonly number[]): Promise<{ processed: number; failed: number }> {
    const count = { processed: 0, failed: 0 };
    for (const customer of customers) {
      try {
        count.processed += await takeSteps(platform, [customer]);
      } catch (error) {
        strapi.log.error(error);
        count.failed += 1;
      }
    }
    return count;
  }

  return {
    name: NAME,
    async nextDue() {
      const first = await firstToDun(platform, await activePolicies(platform));
      if (first === undefined) return null;
      const { clock } = platform;
      const today = clock.today();
      const morning = morningOf(today);
      const isSetSince = compareInstants((await lastSaved(platform)) ?? morning, morning) > 0;
      const isOver = compareInstants(clock.now(), morning) > 0 && (isSetSince || !(await isContactTime(platform)));
      const next = (await lastRunDay(platform, NAME)) === today || isOver ? addDays(today, 1) : today;
      return morningOf(compareDates(first, next) > 0 ? first : next);
    },
    async step({ cursor }) {
      const { after = 0 } = (cursor ?? {}) as { after?: number };
      if (!(await isContactTime(platform))) return { done: true };
      const policies = await activePolicies(platform);
      const asOf = platform.clock.today();
      const customers = await customersToDun(platform, policies, { asOf, after, most: CHUNK });
      if (customers.length === 0) return { done: true };
      const count = await takeSteps(platform, customers)
        .then((processed) => ({ processed, failed: 0 }))
        .catch(() => oneByOne(customers));
      return { done: customers.length < CHUNK, cursor: { after: customers.at(-1) }, ...count };
    },
  };
}
