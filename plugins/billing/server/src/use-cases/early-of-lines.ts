import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import type { WantedAllocation } from '../domain/allocation';
import { EARLY_DISCOUNT, earlyDeduction } from '../domain/early-payment';
import { loadInvoices, promisingInvoices } from '../stores/invoice-facts';
import { readRules } from '../stores/settings';
import type { Money } from './still-right';

/**
 * Money of statements with what it may deduct for having come early and whole, as money of a slip has it. In the order
 * given: what a line before pays of an invoice counts too.
 */
export async function withEarlyDiscounts(platform: Platform, list: readonly Money[]): Promise<readonly Money[]> {
  const named = list.flatMap(({ how }) =>
    how.kind === 'invoices' ? how.allocations.map(({ invoice }) => invoice) : [],
  );
  const promising = await promisingInvoices(platform, named);
  if (promising.length === 0) return list;
  const { tolerance } = await readRules(platform);
  const invoices = await loadInvoices(platform, promising);
  const lessEarly = (wanted: WantedAllocation, on: string): WantedAllocation => {
    const invoice = invoices.get(wanted.invoice);
    if (!invoice) return wanted;
    const come = wanted.cash + (wanted.withheld ?? 0n);
    const deduction = earlyDeduction(invoice, come, on, tolerance);
    invoices.set(invoice.id, { ...invoice, amountDue: invoice.amountDue - come - deduction });
    return deduction > 0n ? { ...wanted, deduction, deductionReason: EARLY_DISCOUNT } : wanted;
  };
  return list.map((one) => {
    const { how, facts } = one;
    if (how.kind !== 'invoices') return one;
    return { ...one, how: { ...how, allocations: how.allocations.map((wanted) => lessEarly(wanted, facts.date)) } };
  });
}
