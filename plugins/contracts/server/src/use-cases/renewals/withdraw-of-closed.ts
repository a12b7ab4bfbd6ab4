import { keepWords } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { renewalsStore } from '../../stores/renewals';
import { invoicing } from '../invoicing';
import { withdrawOffers } from './offer-renewals';

/** Customers were closed: nobody wins them back by paying, so that what comes in yet is theirs on account. */
export async function withdrawOfClosed(tools: Tools, customers: readonly number[]): Promise<void> {
  const lapsed = await renewalsStore(tools.platform.rows).lapsedOffersOf(customers);
  if (lapsed.length === 0) return;
  const ways = await invoicing(tools.strapi).waysBack(lapsed.flatMap(({ invoice }) => invoice ?? []));
  // What only a person can take back keeps nobody from being closed.
  const may = new Set(ways.filter(({ amountDue, refusal }) => amountDue > 0n && !refusal).map(({ id }) => id));
  await withdrawOffers(
    tools,
    lapsed.filter(({ invoice }) => invoice !== null && may.has(invoice)),
    keepWords('renewal.customer_closed'),
  );
}
