import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import { BILLING_ARRANGEMENT } from '../content-types/types';
import { ANY_DAY, type BillingDays } from '../domain/billing-days';

type Row = BillingDays & { customer: number };

/** The days of customers by row id; who has none billed and paid on any day is not in it. */
export async function readBillingDays(
  platform: Platform,
  customers: readonly number[],
): Promise<Map<number, BillingDays>> {
  const rows = await platform.rows.find<Row>(
    BILLING_ARRANGEMENT,
    (query, column) => void query.whereIn(column('customer'), [...new Set(customers)]),
  );
  return new Map(rows.map(({ customer, billing, payment }) => [customer, { billing, payment }]));
}

/** All customers that have days of their own. */
export async function allBillingDays(platform: Platform): Promise<Map<number, BillingDays>> {
  const rows = await platform.rows.find<Row>(BILLING_ARRANGEMENT, () => undefined);
  return new Map(rows.map(({ customer, billing, payment }) => [customer, { billing, payment }]));
}

/** Sets the days of a customer, who is locked; without any, nothing is kept. */
export async function writeBillingDays(platform: Platform, customer: number, days: BillingDays): Promise<void> {
  const { rows } = platform;
  const [known] = await rows.find(
    BILLING_ARRANGEMENT,
    (query, column) => void query.where(column('customer'), customer),
    { fields: [] },
  );
  const isAny = days.billing.length === 0 && days.payment.length === 0;
  if (known && isAny) await rows.remove(BILLING_ARRANGEMENT, [known.id]);
  else if (known) await rows.update(BILLING_ARRANGEMENT, [{ id: known.id, ...days }]);
  else if (!isAny) await rows.insert(BILLING_ARRANGEMENT, [{ customer, ...days }]);
}

export const daysOf = (days: ReadonlyMap<number, BillingDays>, customer: number): BillingDays =>
  days.get(customer) ?? ANY_DAY;
