import {
  addDays,
  addDuration,
  type CivilDate,
  compareDates,
  compareInstants,
  startOfDay,
} from '@sanya/strapi-plugin-platform/kernel';
import type { Job, StepResult, Tools } from '@sanya/strapi-plugin-platform/kit';
import { customersToDun, firstToDun } from '../stores/dunning/due';
import { activePolicies, lastSaved } from '../stores/dunning/policies';
import { lastRunDay } from '../stores/run-days';
import { isContactTime, takeSteps } from '../use-cases/dunning/take-steps';

const NAME = 'billing.dun-invoices';
/** Of the day: offices are open, and debtors may be contacted on every day of the week. */
const HOUR = 'PT9H';
/** Customers of a transaction, and transactions of a step: while one is written, the next is read and decided. */
const CHUNK = 500;
const CHUNKS = 4;

interface Count {
  processed: number;
  failed: number;
}

async function oneByOne({ platform, strapi }: Tools, customers: readonly number[]): Promise<Count> {
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

/** Takes the steps that are due of the next customers after one, by row id. */
export async function dunCustomers(tools: Tools, after: number): Promise<StepResult> {
  const { platform } = tools;
  const policies = await activePolicies(platform);
  const asOf = platform.clock.today();
  const customers = await customersToDun(platform, policies, { asOf, after, most: CHUNK * CHUNKS });
  if (customers.length === 0) return { done: true };
  const take = (some: readonly number[]): Promise<Count> =>
    takeSteps(platform, some)
      .then((processed) => ({ processed, failed: 0 }))
      .catch(() => oneByOne(tools, some));
  const chunks = Array.from({ length: CHUNKS }, (_, place) => customers.slice(place * CHUNK, (place + 1) * CHUNK));
  const counts = await platform.sideBySide(chunks.filter(({ length }) => length > 0).map((some) => () => take(some)));
  return {
    done: customers.length < CHUNK * CHUNKS,
    cursor: { after: customers.at(-1) },
    processed: counts.reduce((sum, { processed }) => sum + processed, 0),
    failed: counts.reduce((sum, { failed }) => sum + failed, 0),
  };
}

/**
 * Takes the steps of dunning that are due, once a day in the morning and only where there are any. A morning that was
 * missed is made up for on its day, unless a policy was set since: that begins the next morning. A chunk that fails is
 * taken customer by customer: one that fails alone is told of, and stops nobody else.
 */
export function createDunInvoices(tools: Tools): Job {
  const { platform } = tools;
  const morningOf = (date: CivilDate): string =>
    addDuration(startOfDay(platform.clock.zone(), date), HOUR, platform.clock.zone());

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
      return (await isContactTime(platform)) ? dunCustomers(tools, after) : { done: true };
    },
  };
}
