import { notFound } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import { CUSTOMER } from '../content-types/types';
import { type BillingDays, checkDays } from '../domain/billing-days';
import { daysOf, readBillingDays, writeBillingDays } from '../stores/billing-days';
import { lockCustomers } from '../stores/parties';

/** Says on which days a customer takes billing notes and pays. What is invoiced already keeps its due date. */
export const setBillingDays = (
  platform: Platform,
  list: readonly (BillingDays & { customer: number })[],
): Promise<BillingDays[]> =>
  platform.transaction(async () => {
    list.forEach(checkDays);
    const ids = list.map(({ customer }) => customer);
    const customers = await lockCustomers(platform, ids);
    const before = await readBillingDays(platform, ids);
    const set = list.map(({ customer, billing, payment }) => ({ customer, days: { billing, payment } }));
    for (const { customer, days } of set) {
      if (!customers.has(customer)) throw notFound('payment.customer_unknown');
      await writeBillingDays(platform, customer, days);
    }
    await platform.events.record(
      set.map(({ customer, days }) => ({
        name: 'customer.billing_days_set',
        subject: { type: CUSTOMER, id: customer, documentId: customers.get(customer)?.documentId ?? '' },
        customer,
        before: { ...daysOf(before, customer) },
        after: { ...days },
      })),
    );
    return set.map(({ days }) => days);
  });
