import { broken, conflict, min, notFound, sum } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import { type Allocation, oldestFirst } from '../domain/allocation';
import { creditAllocation } from '../domain/credit-settlement';
import { type InvoiceFacts, settleInvoice } from '../domain/settlement';
import { takesMoney } from '../domain/takes-money';
import { standingAllocations, writeAllocations } from '../stores/allocations';
import { standingCreditNotes } from '../stores/credit-notes';
import { loadInvoices, openInvoiceIds, writeBalances } from '../stores/invoice-facts';
import { lockCustomers } from '../stores/parties';
import { type PaymentFacts, succeededPayments } from '../stores/payments';
import { standingRefunds } from '../stores/refunds';
import { readRules } from '../stores/settings';
import { documentPayments } from './document-payments';
import { paidEvent, type Settlement } from './settle-payments';

/** A source of customer credit and what is left of it. */
interface Source {
  payment: PaymentFacts | null;
  creditNote: number | null;
  left: bigint;
}

async function sourcesOf(platform: Platform, customer: number): Promise<Source[]> {
  const payments = await succeededPayments(platform, [customer]);
  const notes = await standingCreditNotes(platform, [customer]);
  const standing = await standingAllocations(platform, 'customer', [customer]);
  const refunds = await standingRefunds(platform, 'customer', [customer]);
  const used = (by: 'payment' | 'creditNote', id: number): bigint =>
    sum(standing.filter((one) => one[by] === id).map((one) => one.cash + one.credit)) +
    sum(refunds.filter((one) => one[by] === id).map((one) => one.amount));
  return [
    ...notes.map((note) => ({ payment: null, creditNote: note.id, left: note.total - used('creditNote', note.id) })),
    ...payments.map((payment) => ({
      payment,
      creditNote: null,
      left: payment.amount - used('payment', payment.id),
    })),
  ].filter((source) => source.left > 0n);
}

/**
 * Lays what a customer has over (from payments, from credit notes) on open invoices, oldest due first, or on those
 * named. For services this is the tax point: the money had a plain receipt only (Revenue Code s.78/1).
 */
export const applyCredit = (
  platform: Platform,
  customer: number,
  named?: readonly number[],
): Promise<{ applied: bigint; invoices: InvoiceFacts[] }> =>
  platform.transaction(async () => {
    const customers = await lockCustomers(platform, [customer]);
    const rules = await readRules(platform);
    const sources = await sourcesOf(platform, customer);
    if (sources.length === 0) throw broken('credit.none_left');
    const before = await loadInvoices(platform, named ?? (await openInvoiceIds(platform, [customer])));
    for (const id of named ?? []) {
      const invoice = before.get(id);
      if (!invoice || invoice.customer !== customer)
        throw notFound('allocation.invoice_unknown', { field: 'invoices' });
      if (!takesMoney(invoice.state)) {
        throw conflict('allocation.invoice_not_open', { params: { invoice: invoice.number, state: invoice.state } });
      }
    }
    const today = platform.clock.today();
    const invoices = new Map(before);
    const moves = [...before.values()].sort(oldestFirst).flatMap((invoice) =>
      sources.flatMap((source) => {
        const current = invoices.get(invoice.id) ?? invoice;
        const amount = min(source.left, current.amountDue);
        if (amount === 0n) return [];
        source.left -= amount;
        const settled = settleInvoice(current, creditAllocation(invoice.id, amount), today, rules);
        invoices.set(invoice.id, settled.invoice);
        return [{ source, settled }];
      }),
    );
    const after = [...invoices.values()].filter((invoice) => invoice.amountDue !== before.get(invoice.id)?.amountDue);

    await writeAllocations(
      platform,
      moves.map(({ source, settled }) => ({
        settled,
        payment: source.payment?.id ?? null,
        creditNote: source.creditNote,
        allocatedOn: today,
      })),
    );
    await writeBalances(platform, after);
    await platform.events.record(after.flatMap((invoice) => paidEvent(invoice, before.get(invoice.id))));
    await documentPayments(
      platform,
      moves.map(({ source, settled }) => ({
        settlement: settlementOf(source, customer, settled.allocation, today),
        invoices: [settled],
      })),
      { customers, invoices: before, rules },
    );
    return { applied: sum(moves.map(({ settled }) => settled.allocation.amount)), invoices: after };
  });

const settlementOf = (source: Source, customer: number, allocation: Allocation, on: string): Settlement => ({
  payment: source.payment,
  customer,
  allocations: [allocation],
  withheld: [],
  rest: 0n,
  on,
  fresh: false,
});
