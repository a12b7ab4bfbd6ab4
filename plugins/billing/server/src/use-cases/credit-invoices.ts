import { notFound } from '@sanya/strapi-plugin-platform/kernel';
import type { NewEvent, Platform } from '@sanya/strapi-plugin-platform/kit';
import { CREDIT_NOTE, INVOICE } from '../content-types/types';
import { type CreditPlan, planWholeCredit, type TaxedEarlier } from '../domain/credit-whole';
import { settledParts } from '../domain/coverage';
import type { SettledInvoice } from '../domain/settlement';
import { writeAllocations } from '../stores/allocations';
import { creditedInvoices, writeCreditNotes, type WrittenCreditNote } from '../stores/credit-notes';
import { writeBalances } from '../stores/invoice-facts';
import { readSellers } from '../stores/parties';
import { type StandingTaxInvoice, standingTaxInvoices } from '../stores/payment-documents';
import { invoicesUnderLock } from './invoices-under-lock';

export interface CreditWish {
  /** Row id of the invoice. */
  invoice: number;
  reason: string;
  /** Lawful cause (s.82/10): `goods_returned`, `price_wrong`, `service_not_rendered`, `cancelled` … */
  cause: string;
}

const earlierOf = (taxInvoices: readonly StandingTaxInvoice[], invoice: number): TaxedEarlier[] =>
  taxInvoices
    .filter((one) => one.invoice === invoice)
    .flatMap(({ id, number, taxDate, lines }) =>
      lines.map(({ invoiceLine, ratePpm, net, tax, total }) => ({
        taxInvoice: id,
        number,
        taxDate,
        invoiceLine,
        ratePpm,
        net,
        tax,
        total,
      })),
    );

/** The open part of the invoice that its own credit note takes. It is no tax point: nothing was paid. */
function offsetOf({ invoice, offset }: CreditPlan): SettledInvoice {
  const parts = settledParts(invoice.lines, offset, false);
  return {
    invoice: { ...invoice, amountDue: invoice.amountDue - offset, state: 'paid' },
    allocation: {
      invoice: invoice.id,
      cash: 0n,
      withheld: 0n,
      deduction: 0n,
      deductionReason: null,
      credit: offset,
      writeOff: 0n,
      amount: offset,
    },
    parts: invoice.lines.flatMap((line, index) => {
      const amount = parts[index] ?? 0n;
      return amount > 0n ? [{ line, amount }] : [];
    }),
    taxed: [],
    plain: [],
  };
}

/** Credits invoices whole: what is open of them first, what was paid becomes customer credit. */
export const creditInvoices = (platform: Platform, wishes: readonly CreditWish[]): Promise<WrittenCreditNote[]> =>
  platform.transaction(async () => {
    const ids = wishes.map((wish) => wish.invoice);
    const { customers, invoices } = await invoicesUnderLock(platform, ids);
    const credited = await creditedInvoices(platform, ids);
    const taxInvoices = await standingTaxInvoices(platform, 'invoice', ids);
    const sellerOf = await readSellers(
      platform,
      invoices.map((invoice) => invoice.branch),
    );
    const plans = invoices.map((invoice) =>
      planWholeCredit(invoice, earlierOf(taxInvoices, invoice.id), credited.has(invoice.id)),
    );

    const numbers = await platform.numbers.take(
      plans.map(({ invoice }) => ({ series: 'credit-note', branch: invoice.branch, date: platform.clock.today() })),
    );
    const written = await writeCreditNotes(
      platform,
      plans.map((plan, index) => {
        const wish = wishes.find((one) => one.invoice === plan.invoice.id);
        const buyer = customers.get(plan.invoice.customer)?.buyer;
        if (!buyer || !wish) throw notFound('invoice.customer_unknown');
        return {
          plan,
          number: numbers[index] ?? '',
          seller: sellerOf(plan.invoice.branch),
          buyer,
          cause: wish.cause,
          reason: wish.reason,
          settle: settleOf(plan),
        };
      }),
    );
    const offsets = written
      .filter(({ plan }) => plan.offset > 0n)
      .map(({ id, plan }) => ({ creditNote: id, settled: offsetOf(plan) }));
    await writeAllocations(
      platform,
      offsets.map((one) => ({ ...one, payment: null, allocatedOn: platform.clock.today() })),
    );
    await writeBalances(
      platform,
      offsets.map(({ settled }) => settled.invoice),
    );
    await platform.events.record(written.flatMap((note) => eventsOf(note)));
    return written;
  });

const settleOf = ({ total, offset }: CreditPlan): { how: string; amount: bigint }[] =>
  [
    { how: 'offset', amount: offset },
    { how: 'credit', amount: total - offset },
  ].filter((part) => part.amount > 0n);

/** An invoice that is settled by its own credit note is not paid: nobody is to confirm an order by it. */
const eventsOf = ({ id, documentId, number, plan }: WrittenCreditNote): NewEvent[] => [
  {
    name: 'credit_note.issued',
    subject: { type: CREDIT_NOTE, id, documentId },
    customer: plan.invoice.customer,
    after: { number, invoice: plan.invoice.id, total: plan.total, offset: plan.offset },
  },
  {
    name: 'invoice.credited',
    subject: { type: INVOICE, id: plan.invoice.id, documentId: plan.invoice.documentId },
    customer: plan.invoice.customer,
    after: { number: plan.invoice.number, creditNote: number, total: plan.total },
  },
];
