import { conflict, min, notFound, sum } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import { type Allocation, oldestFirst } from '../domain/allocation';
import { creditAllocation } from '../domain/credit-settlement';
import { type InvoiceFacts, settleInvoice } from '../domain/settlement';
import { takesMoney, takesUnnamed } from '../domain/takes-money';
import { writeAllocations } from '../stores/allocations';
import { type CreditSource, creditSources } from '../stores/credit-sources';
import { loadInvoices, openInvoiceIds, writeBalances } from '../stores/invoice-facts';
import { offersAmong } from '../stores/offers';
import { lockCustomers } from '../stores/parties';
import { loadPayments, type PaymentFacts } from '../stores/payments';
import { readRules } from '../stores/settings';
import { documentPayments } from './document-payments';
import { paidEvent, type Settlement } from './settle-payments';

interface Source extends Omit<CreditSource, 'payment'> {
  payment: PaymentFacts | null;
}

export interface CreditWish {
  customer: number;
  /** Row ids of the invoices that are paid; all that are open and owed, when absent. */
  invoices?: readonly number[];
}

export interface AppliedCredit {
  applied: bigint;
  /** What the customer has over after that. */
  left: bigint;
  /** Those that were paid of, as they stand now. */
  invoices: InvoiceFacts[];
}

/** Refuses what is not this customer's to be paid. */
function checkNamed({ customer, invoices = [] }: CreditWish, found: ReadonlyMap<number, InvoiceFacts>): void {
  for (const id of invoices) {
    const invoice = found.get(id);
    if (!invoice || invoice.customer !== customer) throw notFound('allocation.invoice_unknown', { field: 'invoices' });
    if (!takesMoney(invoice.state)) {
      throw conflict('allocation.invoice_not_open', { params: { invoice: invoice.number, state: invoice.state } });
    }
  }
}

/**
 * Lays what customers have over (from payments, from credit notes) on their open invoices, oldest due first, or on those
 * named: a constant number of statements. For services this is the tax point: the money had a plain receipt only (Revenue
 * Code s.78/1). Whoever has nothing over is left alone.
 */
export const applyCredits = (platform: Platform, wishes: readonly CreditWish[]): Promise<AppliedCredit[]> =>
  platform.transaction(async () => {
    const of = wishes.map(({ customer }) => customer);
    const customers = await lockCustomers(platform, of);
    const found = await creditSources(platform, of);
    if (found.length === 0) return wishes.map(() => ({ applied: 0n, left: 0n, invoices: [] }));
    const rules = await readRules(platform);
    const paying = new Set(found.map(({ customer }) => customer));
    const named = wishes.filter(({ customer }) => paying.has(customer)).flatMap(({ invoices }) => invoices ?? []);
    const anyOf = wishes.filter((wish) => !wish.invoices && paying.has(wish.customer)).map(({ customer }) => customer);
    const open = anyOf.length === 0 ? [] : await openInvoiceIds(platform, anyOf);
    const before = await loadInvoices(platform, [...named, ...open]);
    const offers = await offersAmong(platform, open);
    const payments = new Map(
      (
        await loadPayments(
          platform,
          found.flatMap(({ payment }) => payment ?? []),
        )
      ).map((payment) => [payment.id, payment]),
    );
    const sources = found.map(
      (source): Source => ({
        ...source,
        payment: payments.get(source.payment ?? 0) ?? null,
      }),
    );
    const today = platform.clock.today();
    const invoices = new Map(before);
    const paid = wishes.map((wish) => {
      const own = sources.filter(({ customer }) => customer === wish.customer);
      if (own.length > 0) checkNamed(wish, before);
      const wanted = wish.invoices && new Set(wish.invoices);
      const moves = [...before.values()]
        .filter(({ customer }) => customer === wish.customer)
        .filter((invoice) => wanted?.has(invoice.id) ?? takesUnnamed(invoice, offers))
        .sort(oldestFirst)
        .flatMap((invoice) =>
          own.flatMap((source) => {
            const current = invoices.get(invoice.id) ?? invoice;
            const amount = min(source.left, current.amountDue);
            if (amount === 0n) return [];
            source.left -= amount;
            const settled = settleInvoice(current, creditAllocation(invoice.id, amount), today, rules);
            invoices.set(invoice.id, settled.invoice);
            return [{ source, settled }];
          }),
        );
      return { own, moves };
    });
    const moves = paid.flatMap((one) => one.moves);
    const isPaidOf = ({ id, amountDue }: InvoiceFacts): boolean => amountDue !== before.get(id)?.amountDue;
    const after = [...invoices.values()].filter(isPaidOf);

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
        settlement: settlementOf(source, settled.allocation, today),
        invoices: [settled],
      })),
      { customers, invoices: before, rules },
    );
    return paid.map(({ own, moves: made }, index) => ({
      applied: sum(made.map(({ settled }) => settled.allocation.amount)),
      left: sum(own.map(({ left }) => left)),
      invoices: after.filter(
        ({ id, customer }) => customer === of[index] && made.some((one) => one.settled.invoice.id === id),
      ),
    }));
  });

const settlementOf = (source: Source, allocation: Allocation, on: string): Settlement => ({
  payment: source.payment,
  customer: source.customer,
  allocations: [allocation],
  withheld: [],
  rest: 0n,
  on,
  fresh: false,
});
