import { type CivilDate, sum } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import { CUSTOMER } from '../content-types/types';
import { appointedDay, type BillingDays, nextDay } from '../domain/billing-days';
import { allBillingDays, daysOf, readBillingDays } from '../stores/billing-days';
import { liveNotesOf, openInvoicesOf } from '../stores/billing-notes';

const MOST_PROPOSED = 200;

export interface Asked {
  /** Billing days up to this one, today included. */
  until: CivilDate;
  /** Row id: this customer alone, whatever its days. */
  customer?: number;
}

/** Whose billing day comes, in the order of those days. */
async function billedSoon(platform: Platform, { until, customer }: Asked) {
  const today = platform.clock.today();
  if (customer !== undefined) {
    const days = daysOf(await readBillingDays(platform, [customer]), customer);
    return [{ id: customer, days, billedOn: nextDay(days.billing, today) }];
  }
  return [...(await allBillingDays(platform))]
    .map(([id, days]: [number, BillingDays]) => ({ id, days, billedOn: nextDay(days.billing, today) }))
    .filter(({ billedOn }) => billedOn <= until)
    .sort((a, b) => (a.billedOn === b.billedOn ? a.id - b.id : a.billedOn < b.billedOn ? -1 : 1));
}

/** Customers whose billing day comes, with their open invoices that are on no billing note yet. */
export async function proposeBillingNotes(platform: Platform, asked: Asked) {
  const soon = await billedSoon(platform, asked);
  const ids = soon.map(({ id }) => id);
  const open = await openInvoicesOf(platform, ids);
  const taken = await liveNotesOf(
    platform,
    open.map(({ id }) => id),
  );
  const customers = new Map(
    (
      await platform.rows.byIds<{ name: string; code: string; email: string | null }>(CUSTOMER, ids, {
        fields: ['name', 'code', 'email'],
      })
    ).map((row) => [row.id, row]),
  );
  return soon
    .flatMap(({ id, days, billedOn }) => {
      const customer = customers.get(id);
      const own = open.filter((one) => one.customer === id && !taken.has(one.id) && one.issuedOn <= billedOn);
      const [first] = own;
      if (!customer || !first) return [];
      const due = own.map(({ dueDate }) => dueDate);
      return [
        {
          customer: customer.documentId,
          code: customer.code,
          name: customer.name,
          email: customer.email,
          billedOn,
          payOn: appointedDay(days, billedOn, due),
          currency: first.currency,
          total: sum(own.map(({ amountDue }) => amountDue)),
          invoices: own.map(({ documentId, number, issuedOn, dueDate, total, amountDue }) => ({
            ...{ documentId, number, issuedOn, dueDate, total, amountDue },
          })),
        },
      ];
    })
    .slice(0, MOST_PROPOSED);
}
