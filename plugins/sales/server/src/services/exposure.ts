import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { promisedOnCredit } from '../stores/exposure';

/** What sales asks of billing here. */
interface Credit {
  counts(code: string, as: (customers: readonly number[]) => Promise<Map<number, bigint>>): void;
}

/** Tells billing what was promised and not invoiced yet: it counts towards what a customer owes. */
export function countOrders({ strapi, platform }: Tools): void {
  const credit = strapi.plugin('billing').service('credit') as Credit;
  credit.counts('orders', (customers) => promisedOnCredit(platform.rows, customers));
}
