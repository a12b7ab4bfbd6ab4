import { badInput } from '@sanya/strapi-plugin-platform/kernel';
import type { NewEvent, Platform, Ref } from '@sanya/strapi-plugin-platform/kit';
import { CERTIFICATE, INVOICE, PAYMENT } from '../content-types/types';
import type { Allocation } from '../domain/allocation';
import type { CustomerFacts } from '../domain/issue-invoice';
import { isBeforeRegistration } from '../domain/past-days';
import type { BillingRules } from '../domain/rules';
import { type InvoiceFacts, mergeWithheld, type SettledInvoice, settleInvoice } from '../domain/settlement';
import type { Withheld } from '../domain/withholding';
import { writeAllocations } from '../stores/allocations';
import { writeBalances } from '../stores/invoice-facts';
import type { PaymentFacts } from '../stores/payments';
import { documentPayments, type PaidDocuments } from './document-payments';

/** Money and where it goes. The row of its payment is written and succeeded already. */
export interface Settlement {
  /** Null where a credit note is the source. */
  payment: PaymentFacts | null;
  customer: number;
  allocations: readonly Allocation[];
  /** What is withheld by income kind, of all its invoices. */
  withheld: readonly Withheld[];
  /** Cash that no invoice takes. */
  rest: bigint;
  /** The date of the money: allocations and tax documents bear it. */
  on: string;
  /** False when credit of before is laid on invoices: that money has its receipt already. */
  fresh: boolean;
}

export interface SettlementFacts {
  customers: ReadonlyMap<number, CustomerFacts>;
  invoices: ReadonlyMap<number, InvoiceFacts>;
  rules: BillingRules;
}

export interface Settled {
  settlement: Settlement;
  invoices: SettledInvoice[];
}

/** Lays each payment on its invoices in the order given; one invoice may be met by several of them. */
function settleAll(settlements: readonly Settlement[], facts: SettlementFacts) {
  const invoices = new Map(facts.invoices);
  const settled = settlements.map(
    (settlement): Settled => ({
      settlement,
      invoices: settlement.allocations.map((allocation) => {
        const invoice = invoices.get(allocation.invoice);
        if (!invoice) throw new Error('An allocation names an invoice that was not loaded');
        if (isBeforeRegistration(settlement.on, invoice.tax, facts.rules.registration)) {
          throw badInput('payment.received_before_registration', {
            field: 'receivedOn',
            params: { invoice: invoice.number, date: settlement.on, from: facts.rules.registration.from ?? '' },
          });
        }
        const one = settleInvoice(invoice, allocation, settlement.on, facts.rules);
        invoices.set(invoice.id, one.invoice);
        return one;
      }),
    }),
  );
  const touched = new Set(settled.flatMap((one) => one.invoices.map(({ invoice }) => invoice.id)));
  return { settled, after: [...touched].flatMap((id) => invoices.get(id) ?? []) };
}

/**
 * What a payment brings about once it has succeeded: allocations, balances, certificates to wait for, events, then the
 * numbered documents and the mail. Part of every use case that receives money; their customers are locked.
 */
export async function settlePayments(
  platform: Platform,
  settlements: readonly Settlement[],
  facts: SettlementFacts,
): Promise<PaidDocuments> {
  const { settled, after } = settleAll(settlements, facts);
  await writeAllocations(
    platform,
    settled.flatMap(({ settlement, invoices }) =>
      invoices.map((one) => ({
        settled: one,
        payment: settlement.payment?.id ?? null,
        creditNote: null,
        allocatedOn: settlement.on,
      })),
    ),
  );
  await writeBalances(platform, after);
  const certificates = settlements.flatMap(certificateOf);
  const refs = await platform.rows.insert(CERTIFICATE, certificates);
  await platform.events.record([
    ...settlements.flatMap(paymentEvent),
    ...certificates.flatMap((one, index) => expectedEvent(one, refs[index])),
    ...after.flatMap((invoice) => paidEvent(invoice, facts.invoices.get(invoice.id))),
  ]);
  return documentPayments(platform, settled, facts);
}

function certificateOf({ payment, withheld, on }: Settlement) {
  const kinds = mergeWithheld([withheld]);
  if (!payment || kinds.length === 0) return [];
  return [
    {
      state: 'pending' as const,
      customer: payment.customer,
      payment: payment.id,
      currency: payment.currency,
      paidOn: on,
      taxYear: Number(on.slice(0, 4)),
      amount: kinds.reduce((total, one) => total + one.amount, 0n),
      base: kinds.reduce((total, one) => total + one.base, 0n),
      kinds,
    },
  ];
}

const expectedEvent = (
  { state, customer, amount, paidOn }: ReturnType<typeof certificateOf>[number],
  ref: Ref | undefined,
): NewEvent[] =>
  ref
    ? [
        {
          name: 'certificate.expected',
          subject: { type: CERTIFICATE, ...ref },
          customer,
          after: { state, amount, paidOn },
        },
      ]
    : [];

function paymentEvent({ payment, rest, on }: Settlement): NewEvent[] {
  if (!payment) return [];
  return [
    {
      name: 'payment.succeeded',
      subject: { type: PAYMENT, id: payment.id, documentId: payment.documentId },
      customer: payment.customer,
      after: {
        method: payment.method,
        amount: payment.amount,
        withheld: payment.withheld,
        deduction: payment.deduction,
        unallocated: rest,
        receivedOn: on,
      },
    },
  ];
}

/**
 * Told when an invoice becomes paid, and when a part of it is. Money for one that was given up opens it again first: what
 * is owed stands again, and what is left of it is asked for.
 */
export function paidEvent(invoice: InvoiceFacts, before: InvoiceFacts | undefined): NewEvent[] {
  const about = {
    subject: { type: INVOICE, id: invoice.id, documentId: invoice.documentId },
    customer: invoice.customer,
  };
  const recovered: NewEvent[] =
    before?.state === 'uncollectible'
      ? [
          {
            name: 'invoice.reopened',
            ...about,
            before: { state: before.state, amountDue: before.amountDue },
            after: { number: invoice.number, state: 'open', amountDue: before.amountDue },
          },
        ]
      : [];
  return [
    ...recovered,
    {
      name: invoice.state === 'paid' ? 'invoice.paid' : 'invoice.partly_paid',
      ...about,
      before: { state: recovered.length > 0 ? 'open' : before?.state, amountDue: before?.amountDue },
      after: { number: invoice.number, state: invoice.state, amountDue: invoice.amountDue },
    },
  ];
}
