import { conflict, move, next, sum } from '@sanya/strapi-plugin-platform/kernel';
import { invoiceLife } from './lives';
import type { InvoiceFacts } from './settlement';

const settledOf = (invoice: InvoiceFacts): bigint => sum(invoice.lines.map((line) => line.paid));
/** What tax documents of ours name: those of the books before go with the invoice that was taken over with them. */
const taxedOf = (invoice: InvoiceFacts): bigint =>
  sum(invoice.lines.map((line) => line.taxed - (line.taxedBefore ?? 0n)));

const handedOver = (invoice: InvoiceFacts): boolean => invoice.lines.some((line) => line.handedOver > 0n);

/** What has come of an invoice that keeps it from being void. */
function whatCameOf(invoice: InvoiceFacts): string | undefined {
  const isCredited = invoice.lines.some((line) => line.adjusted > 0n);
  if (settledOf(invoice) > 0n || invoice.amountDue !== invoice.total || isCredited) return 'invoice.void_settled';
  if (taxedOf(invoice) > 0n) return 'invoice.void_taxed';
  return handedOver(invoice) ? 'invoice.void_handed_over' : undefined;
}

/** An invoice is voided only while nothing has come of it: no money, no tax document, no goods. Else it is credited. */
export function voided(invoice: InvoiceFacts): InvoiceFacts {
  const state = move(invoiceLife, invoice.state, 'void');
  const came = whatCameOf(invoice);
  if (came !== undefined) throw conflict(came, { params: { invoice: invoice.number } });
  return { ...invoice, state, amountDue: 0n };
}

/** Nothing has come of it yet: `void` takes it. */
export const isVoidable = (invoice: InvoiceFacts): boolean =>
  next(invoiceLife, invoice.state, 'void') !== undefined && whatCameOf(invoice) === undefined;

/** Given up as uncollectible: what is due stays due, should it ever come. */
export const givenUp = (invoice: InvoiceFacts): InvoiceFacts => ({
  ...invoice,
  state: move(invoiceLife, invoice.state, 'write_off'),
});

/** A draft that nobody wants any more: it never had a number. */
export const discarded = (invoice: InvoiceFacts): InvoiceFacts => ({
  ...invoice,
  state: move(invoiceLife, invoice.state, 'discard'),
});

/** What was given up is asked for again. What is paid is opened by reversing its payment, never by hand. */
export function reopened(invoice: InvoiceFacts): InvoiceFacts {
  if (invoice.state === 'paid') throw conflict('invoice.reopen_paid', { params: { invoice: invoice.number } });
  return { ...invoice, state: move(invoiceLife, invoice.state, 'reopen') };
}
