import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import type { PlannedInvoice } from '../domain/issue-invoice';
import type { BillingRules } from '../domain/rules';
import { applyCredits } from './apply-credit';
import type { IssuedInvoice } from './issue-invoices';

/** What customers have over pays those just issued that take it, as far as it goes and the settings say so. */
export async function payByCredit(
  platform: Platform,
  planned: readonly PlannedInvoice[],
  issued: readonly IssuedInvoice[],
  { creditPaysRecurring }: BillingRules,
): Promise<readonly IssuedInvoice[]> {
  const taking = issued.filter(({ amountDue }, index) => amountDue > 0n && planned[index]?.draft.takesCredit);
  if (!creditPaysRecurring || taking.length === 0) return issued;
  const own = new Map<number, number[]>();
  for (const { customer, id } of taking) own.set(customer, [...(own.get(customer) ?? []), id]);
  const applied = await applyCredits(
    platform,
    [...own].map(([customer, invoices]) => ({ customer, invoices })),
  );
  const paid = new Map(applied.flatMap(({ invoices }) => invoices.map((invoice) => [invoice.id, invoice])));
  return issued.map((one) => {
    const { amountDue } = paid.get(one.id) ?? one;
    return { ...one, amountDue, state: amountDue === 0n ? 'paid' : one.state };
  });
}
