import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import type { PlannedInvoice } from '../domain/issue-invoice';
import type { BillingRules } from '../domain/rules';
import { creditSources } from '../stores/credit-sources';
import { applyCredits } from './apply-credit';
import type { IssuedInvoice } from './issue-invoices';

/** Pays of invoices just issued what it can; the others stay as they are. */
export type PayByCredit = (issued: readonly IssuedInvoice[]) => Promise<readonly IssuedInvoice[]>;

/**
 * What customers have over pays the invoices that take it, as far as it goes and the settings say so. Who has something is
 * found before numbers are taken: their customers are locked, and mostly nobody has.
 */
export async function creditPayer(
  platform: Platform,
  planned: readonly PlannedInvoice[],
  { creditPaysRecurring }: BillingRules,
): Promise<PayByCredit> {
  const taking = planned.map(({ draft, amounts }) => Boolean(draft.takesCredit) && amounts.total > 0n);
  const asked = planned.flatMap(({ customer }, index) => (taking[index] ? [customer.id] : []));
  const sources = creditPaysRecurring ? await creditSources(platform, asked) : [];
  const able = new Set(sources.map(({ customer }) => customer));
  if (able.size === 0) return async (issued) => issued;

  return async (issued) => {
    const own = new Map<number, number[]>();
    issued.forEach(({ customer, id }, index) => {
      if (taking[index] && able.has(customer)) own.set(customer, [...(own.get(customer) ?? []), id]);
    });
    const applied = await applyCredits(
      platform,
      [...own].map(([customer, invoices]) => ({ customer, invoices })),
    );
    const paid = new Map(applied.flatMap(({ invoices }) => invoices.map((invoice) => [invoice.id, invoice])));
    return issued.map((one) => {
      const { amountDue } = paid.get(one.id) ?? one;
      return { ...one, amountDue, state: amountDue === 0n ? 'paid' : one.state };
    });
  };
}
