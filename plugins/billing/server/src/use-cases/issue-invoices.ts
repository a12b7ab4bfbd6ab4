import type { NewDelivery, NewEvent, Platform, Ref } from '@sanya/strapi-plugin-platform/kit';
import { INVOICE } from '../content-types/types';
import type { InvoiceDraft } from '../domain/invoice-draft';
import { invoiceMail } from '../domain/invoice-mail';
import { planInvoice, type PlannedInvoice } from '../domain/issue-invoice';
import { writeInvoices } from '../stores/invoices';
import { refuseClosed } from '../domain/tax-month';
import { closedMonths } from '../stores/tax-months';
import { carryFees } from './dunning/carry-fees';
import { factsOfDrafts } from './facts-of-drafts';
import { creditPayer } from './pay-by-credit';

export interface IssuedInvoice extends Ref {
  number: string;
  customer: number;
  net: bigint;
  tax: bigint;
  total: bigint;
  amountDue: bigint;
  issuedOn: string;
  dueDate: string;
  state: 'open' | 'paid';
}

/**
 * Issues invoices: all of them, or none. The single invoice is a list of one. Three steps, like every use case: what
 * must be known is loaded (customers locked first), what becomes of each draft is decided by pure functions, and the
 * rows are written with a constant number of statements. Numbers are taken last, just before the rows that carry them:
 * their series stay locked until the transaction ends, and a rollback gives the numbers back.
 */
export const issueInvoices = (platform: Platform, drafts: readonly InvoiceDraft[]): Promise<IssuedInvoice[]> =>
  platform.transaction(async () => {
    if (drafts.length === 0) return [];
    const facts = await factsOfDrafts(platform, drafts);
    const carried = await carryFees(platform, drafts, facts);

    const planned = carried.drafts.map((draft) => planInvoice(draft, facts));
    const closed = await closedMonths(
      platform,
      planned.map(({ issuedOn }) => issuedOn),
    );
    planned.forEach(({ issuedOn }) => refuseClosed(closed, issuedOn, 'issuedOn'));
    const payByCredit = await creditPayer(platform, planned, facts.rules);

    const numbers = await platform.numbers.take(
      planned.map(({ draft, issuedOn }) => ({ series: 'invoice', branch: draft.branch, date: issuedOn })),
    );
    const refs = await writeInvoices(platform, planned, numbers);
    await carried.charge(refs);
    const issued = planned.map((invoice, index) => issuedFrom(invoice, refs[index], numbers[index]));
    await platform.events.record(planned.flatMap((invoice, index) => eventsOf(invoice, issued[index])));
    const paid = await payByCredit(issued);
    await platform.mail.queue(planned.flatMap((invoice, index) => mailOf(invoice, paid[index])));
    return [...paid];
  });

function issuedFrom(invoice: PlannedInvoice, ref: Ref | undefined, number: string | undefined): IssuedInvoice {
  if (!ref || !number) throw new Error('An invoice was planned but not written');
  const { net, tax, total } = invoice.amounts;
  return {
    ...ref,
    number,
    customer: invoice.customer.id,
    net,
    tax,
    total,
    amountDue: total,
    issuedOn: invoice.issuedOn,
    dueDate: invoice.dueDate,
    state: total === 0n ? 'paid' : 'open',
  };
}

function eventsOf(invoice: PlannedInvoice, issued: IssuedInvoice | undefined): NewEvent[] {
  if (!issued) return [];
  const { source } = invoice.draft;
  const event = (name: string): NewEvent => ({
    name,
    subject: { type: INVOICE, id: issued.id, documentId: issued.documentId },
    customer: issued.customer,
    after: {
      number: issued.number,
      state: issued.state,
      total: issued.total,
      amountDue: issued.amountDue,
      dueDate: issued.dueDate,
      source,
    },
  });
  // Nothing to pay is paid at once: whoever waits for the payment must hear of it.
  return issued.state === 'paid' ? [event('invoice.issued'), event('invoice.paid')] : [event('invoice.issued')];
}

function mailOf(invoice: PlannedInvoice, issued: IssuedInvoice | undefined): NewDelivery[] {
  const { buyer } = invoice.customer;
  if (!issued || !buyer.email || invoice.draft.send === false) return [];
  const { early, seller, lines, draft } = invoice;
  const promised = { earlyUntil: early?.earlyUntil ?? null, earlyDiscount: early?.earlyDiscount ?? null };
  const mailed = { ...issued, ...promised, currency: draft.currency, seller, lines };
  return [invoiceMail(mailed, { ...buyer, email: buyer.email }, `invoice:${issued.documentId}`)];
}
