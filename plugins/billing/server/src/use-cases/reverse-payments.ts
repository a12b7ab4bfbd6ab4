import { conflict, min, move, notFound, sum } from '@sanya/strapi-plugin-platform/kernel';
import type { NewEvent, Platform } from '@sanya/strapi-plugin-platform/kit';
import { CERTIFICATE, INVOICE, PAYMENT, RECEIPT, TAX_INVOICE } from '../content-types/types';
import { certificateLife, invoiceLife, paymentLife, receiptLife, taxInvoiceLife } from '../domain/lives';
import { chargeLess } from '../domain/credit-settlement';
import { type Reversal, reversalOf } from '../domain/reversal';
import type { InvoiceFacts } from '../domain/settlement';
import { refuseEnding } from '../domain/tax-month';
import type { PlannedTaxInvoice } from '../domain/tax-document';
import { type AllocationRow, standingAllocations, undoAllocations, writeAllocations } from '../stores/allocations';
import { creditedOnTaxInvoices, notesOnTaxInvoices } from '../stores/corrections';
import { type FreeCredit, freeCreditOf } from '../stores/credit-notes';
import { loadInvoices, writeBalances } from '../stores/invoice-facts';
import { lockCustomers } from '../stores/parties';
import { type PaymentDocuments, paymentDocuments, type StandingTaxInvoice } from '../stores/payment-documents';
import { loadPayments, type PaymentFacts } from '../stores/payments';
import { standingRefunds } from '../stores/refunds';
import { freeLinesOf } from '../stores/statement-lines';
import { closedMonths } from '../stores/tax-months';
import { endTaxInvoices, writeTaxInvoices } from '../stores/tax-invoices';
import { taxInvoiceIssued } from './document-payments';
import { refuseDepositMoney } from './locked-deposit';
import { bounceChequesOf } from './mark-bounced';
import { refuseTwice } from './refuse-twice';

export interface ReversalWish {
  /** Row id of the payment. */
  payment: number;
  reason: string;
}

/** Invoices with what the undone allocations had settled due again. */
function reopen(invoices: ReadonlyMap<number, InvoiceFacts>, undone: readonly AllocationRow[]): InvoiceFacts[] {
  return [...invoices.values()].map((invoice) => {
    const amount = sum(undone.filter((one) => one.invoice === invoice.id).map((one) => one.amount));
    const state = invoice.state === 'paid' ? move(invoiceLife, invoice.state, 'reopen') : invoice.state;
    return { ...invoice, state, amountDue: invoice.amountDue + amount };
  });
}

/** A part that stays taxed when the rest is not is documented by itself: the successor keeps the tax date. */
function successorOf(
  replaced: StandingTaxInvoice,
  stay: StandingTaxInvoice['lines'],
  invoices: ReadonlyMap<number, InvoiceFacts>,
): PlannedTaxInvoice {
  const invoice = invoices.get(replaced.invoice);
  if (!invoice) throw new Error('A tax invoice names an invoice that was not loaded');
  return {
    kind: 'tax_invoice',
    cause: 'replacement',
    invoice,
    payment: replaced.payment,
    replaces: replaced.id,
    taxDate: replaced.taxDate,
    taxPointOn: replaced.taxPointOn,
    lines: stay.map(({ invoiceLine: line, ratePpm, net, tax, total }) => ({ line, ratePpm, net, tax, total })),
    seller: replaced.seller,
    buyer: replaced.buyer,
    abbreviated: replaced.abbreviated,
    reason: replaced.number,
  };
}

/**
 * Undoes payments that turned out not to be: a cheque without cover, a transfer recalled. Nothing is deleted: the
 * allocations are undone, what they settled is due again, less what credit notes took off since, receipts are cancelled,
 * and of the tax invoices those of services; all numbers stay.
 */
export const reversePayments = (platform: Platform, wishes: readonly ReversalWish[]): Promise<PaymentFacts[]> =>
  platform.transaction(async () => {
    const ids = wishes.map((wish) => wish.payment);
    refuseTwice(ids);
    const owners = (await loadPayments(platform, ids)).map((payment) => payment.customer);
    await lockCustomers(platform, owners);
    const stored = new Map((await loadPayments(platform, ids)).map((payment) => [payment.id, payment]));
    const reversed = wishes.map(({ payment: id, reason }) => {
      const payment = stored.get(id);
      if (!payment) throw notFound('payment.unknown');
      return { ...payment, state: move(paymentLife, payment.state, 'reverse'), reason };
    });
    const [refund] = await standingRefunds(platform, 'payment', ids);
    if (refund) throw conflict('payment.refunded', { params: { refund: refund.number } });
    const undone = await standingAllocations(platform, 'payment', ids);
    const invoices = await loadInvoices(
      platform,
      undone.map((one) => one.invoice),
    );
    await refuseDepositMoney(platform, invoices);
    const documents = await paymentDocuments(platform, ids);
    await refuseDebited(platform, documents, invoices);
    const fate = await fateOf(platform, documents);
    await refuseReported(platform, documents, fate);

    await platform.rows.update(
      PAYMENT,
      reversed.map(({ id, state, reason }) => ({
        id,
        state,
        reverseReason: reason,
        reversedOn: platform.clock.today(),
        reversedAt: platform.clock.now(),
      })),
    );
    await undoAllocations(
      platform,
      undone.map((one) => one.id),
    );
    const reopened = reopen(await loadInvoices(platform, [...invoices.keys()]), undone);
    const { after, laid } = chargeCredited(reopened, await freeCreditOf(platform, [...invoices.keys()]));
    await writeAllocations(
      platform,
      laid.map((one) => ({ ...one, payment: null, allocatedOn: platform.clock.today() })),
    );
    await writeBalances(platform, after);
    await freeLinesOf(platform, ids);
    await bounceChequesOf(platform, reversed);
    const events = await endDocuments(platform, documents, { reversed, fate });
    await platform.events.record([
      ...reversed.map(paymentReversed),
      ...after
        .filter(({ id, amountDue }) => amountDue !== invoices.get(id)?.amountDue)
        .map((invoice) => invoiceReopened(invoice, invoices.get(invoice.id))),
      ...events,
    ]);
    await replaceParts(platform, documents, { invoices, fate });
    return reversed;
  });

/** What was credited of an invoice that is due again is not asked for: what nothing took of its notes lies on it. */
function chargeCredited(reopened: readonly InvoiceFacts[], notes: readonly FreeCredit[]) {
  const invoices = new Map(reopened.map((invoice) => [invoice.id, invoice]));
  const laid = notes.flatMap(({ id, invoice: of, left, lines }) => {
    const invoice = invoices.get(of);
    const settled = invoice && chargeLess(lines, invoice, min(left, invoice.amountDue));
    if (!settled || settled.allocation.amount === 0n) return [];
    invoices.set(of, settled.invoice);
    return [{ settled, creditNote: id }];
  });
  return { after: [...invoices.values()], laid };
}

type Fate = Reversal<StandingTaxInvoice['lines'][number]>;

async function fateOf(platform: Platform, { taxInvoices }: PaymentDocuments): Promise<Fate> {
  const credited = await creditedOnTaxInvoices(platform, taxInvoices);
  return reversalOf(taxInvoices.map(({ id, lines }) => ({ id, lines, credited: credited.get(id) ?? [] })));
}

/** What a debit note added to a tax invoice is owed on an invoice of its own: it goes first. */
async function refuseDebited(
  platform: Platform,
  { taxInvoices }: PaymentDocuments,
  invoices: ReadonlyMap<number, InvoiceFacts>,
): Promise<void> {
  const services = taxInvoices.filter(({ lines }) => lines.some(({ kind }) => kind === 'service'));
  const [debited] = await notesOnTaxInvoices(platform, services, ['debit']);
  if (!debited) return;
  throw conflict('payment.invoice_credited', {
    params: { invoice: invoices.get(debited.invoice)?.number ?? '', creditNote: debited.note },
  });
}

/** What a closed month reported stays in it: whoever takes it out hands in an additional return, and opens it for that. */
async function refuseReported(
  platform: Platform,
  { taxInvoices }: PaymentDocuments,
  { cancelled, replaced }: Fate,
): Promise<void> {
  const ended = taxInvoices.filter(({ id }) => cancelled.includes(id) || replaced.has(id));
  const closed = await closedMonths(
    platform,
    ended.map(({ taxDate }) => taxDate),
  );
  refuseEnding(
    closed,
    ended.map(({ number, taxDate }) => ({ number, on: taxDate })),
  );
}

async function endDocuments(
  platform: Platform,
  { taxInvoices, receipts, certificates }: PaymentDocuments,
  { reversed, fate }: { reversed: readonly (PaymentFacts & { reason: string })[]; fate: Fate },
): Promise<NewEvent[]> {
  const at = platform.clock.now();
  const reasonOf = (payment: number | null): string => reversed.find((one) => one.id === payment)?.reason ?? '';
  const ended = taxInvoices.flatMap((one) => {
    const verb = fate.cancelled.includes(one.id) ? 'cancel' : fate.replaced.has(one.id) ? 'replace' : undefined;
    if (!verb) return [];
    const state = move(taxInvoiceLife, 'issued', verb) as 'cancelled' | 'replaced';
    return [{ ...one, state, reason: reasonOf(one.payment) }];
  });
  await endTaxInvoices(platform, ended);
  await platform.rows.update(
    RECEIPT,
    receipts.map(({ id, payment }) => ({
      id,
      state: move(receiptLife, 'issued', 'cancel'),
      cancelledAt: at,
      cancelReason: reasonOf(payment),
    })),
  );
  const dropped = certificates.map((one) => ({ ...one, state: move(certificateLife, one.state, 'drop') }));
  await platform.rows.update(
    CERTIFICATE,
    dropped.map(({ id, state }) => ({ id, state })),
  );
  return [
    ...ended.map((one) => ({
      name: `tax_invoice.${one.state}`,
      subject: { type: TAX_INVOICE, id: one.id, documentId: one.documentId },
      customer: one.customer,
      after: { number: one.number, reason: one.reason },
    })),
    ...receipts.map((one) => ({
      name: 'receipt.cancelled',
      subject: { type: RECEIPT, id: one.id, documentId: one.documentId },
      customer: one.customer,
      after: { number: one.number },
    })),
    ...dropped.map((one) => ({
      name: 'certificate.dropped',
      subject: { type: CERTIFICATE, id: one.id, documentId: one.documentId },
      customer: one.customer,
      after: { state: one.state, amount: one.amount, reason: reasonOf(one.payment) },
    })),
  ];
}

async function replaceParts(
  platform: Platform,
  { taxInvoices }: PaymentDocuments,
  { invoices, fate }: { invoices: ReadonlyMap<number, InvoiceFacts>; fate: Fate },
): Promise<void> {
  const plans = taxInvoices.flatMap((one) => {
    const stay = fate.replaced.get(one.id);
    return stay ? [successorOf(one, stay, invoices)] : [];
  });
  const numbers = await platform.numbers.take(
    plans.map((plan) => ({ series: 'tax-invoice', branch: plan.invoice.branch, date: plan.taxDate })),
  );
  const written = await writeTaxInvoices(platform, plans, numbers);
  await platform.events.record(written.map(taxInvoiceIssued));
}

const paymentReversed = (payment: PaymentFacts & { reason: string }): NewEvent => ({
  name: 'payment.reversed',
  subject: { type: PAYMENT, id: payment.id, documentId: payment.documentId },
  customer: payment.customer,
  before: { state: 'succeeded' },
  after: { state: payment.state, reason: payment.reason, amount: payment.amount },
});

const invoiceReopened = (invoice: InvoiceFacts, before: InvoiceFacts | undefined): NewEvent => ({
  name: before?.state === 'paid' ? 'invoice.reopened' : 'invoice.owed_more',
  subject: { type: INVOICE, id: invoice.id, documentId: invoice.documentId },
  customer: invoice.customer,
  before: { state: before?.state, amountDue: before?.amountDue },
  after: { number: invoice.number, state: invoice.state, amountDue: invoice.amountDue },
});
