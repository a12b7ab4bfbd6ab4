import { isRefusal } from '@sanya/strapi-plugin-platform/kernel';
import type { Job, StepResult, Tools } from '@sanya/strapi-plugin-platform/kit';
import { SETTING } from '../content-types/types';
import { expiresAt, waitedSince } from '../domain/expire';
import { ordersStore } from '../stores/orders';
import { expireOrders } from '../use-cases/expire-orders';
import { keepUnexpired } from '../use-cases/keep-unexpired';
import type { SalesSetting } from '../use-cases/price-baskets';

const CHUNK = 50;

interface Done {
  processed: number;
  failed: number;
}

/** Lets the orders expire that have waited for their money as many days as the settings allow. */
export function createExpireOrders(tools: Tools): Job {
  const { platform } = tools;
  const store = () => ordersStore(platform.rows);
  const days = async (): Promise<number> => (await platform.settings.read<SalesSetting>(SETTING)).expireAfterDays;

  /** A chunk that a rule refuses is redone order by order; the one that is refused alone is set aside with its reason. */
  async function oneByOne(orders: readonly number[]): Promise<Done> {
    const done: Done = { processed: 0, failed: 0 };
    for (const order of orders) {
      try {
        await expireOrders(tools, { orders: [order], busy: 'wait' });
        done.processed += 1;
      } catch (error) {
        if (!isRefusal(error)) throw error;
        await keepUnexpired(tools, order, error.code);
        done.failed += 1;
      }
    }
    return done;
  }

  async function chunk(orders: readonly number[]): Promise<Done> {
    try {
      const counted = async (busy: 'wait' | 'skip'): Promise<number> => {
        const { expired, left } = await expireOrders(tools, { orders, busy });
        return expired.length + left;
      };
      // Only where every one of them is in other hands is it worth to wait.
      return { processed: (await counted('skip')) || (await counted('wait')), failed: 0 };
    } catch (error) {
      if (!isRefusal(error)) throw error;
      return oneByOne(orders);
    }
  }

  return {
    name: 'sales.expire-orders',
    async nextDue() {
      const [longest] = await store().waiting(1);
      return longest?.waitsSince ? expiresAt(longest.waitsSince, await days(), platform.clock.zone()) : null;
    },
    async step(): Promise<StepResult> {
      const until = waitedSince(platform.clock.now(), await days(), platform.clock.zone());
      if (until === null) return { done: true };
      const due = await store().waiting(CHUNK, until);
      if (due.length === 0) return { done: true };
      const { processed, failed } = await chunk(due.map(({ id }) => id));
      return { done: due.length < CHUNK && processed + failed >= due.length, processed, failed };
    },
  };
}
