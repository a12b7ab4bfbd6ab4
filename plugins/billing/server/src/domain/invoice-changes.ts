import { conflict, move, sum } from '@sanya/strapi-plugin-platform/kernel';
import { invoiceLife } from './lives';
import type { InvoiceFacts } from './settlement';

const settledOf = (invoice: InvoiceFacts): bigint => sum(invoice.lines.map((line) => line.paid));
/** What tax documents of ours name: those of the books before go with the invoice that was taken over with them. */
const taxedOf = (invoice: InvoiceFacts): bigint =>
  sum(invoice.lines.map((line) => line.taxed - (line.taxedBefore ?? 0n)));

const handedOver = (invoice: InvoiceFacts): boolean => invoice.lines.some((line) => line.handedOver > 0n);

const isSettled = (invoice: InvoiceFacts): boolean =>
  settledOf(invoice) > 0n || invoice.amountDue !== invoice.total || invoice.lines.some((line) => line.adjusted > 0n);

/** Nothing has come of it yet, so that it may be void. */
export const isUntouched = (invoice: InvoiceFacts): boolean =>
  invoice.state === 'open' && !isSettled(invoice) && taxedOf(invoice) === 0n && !handedOver(invoice);

/** An invoice is voided only while nothing has come of it: no money, no tax document, no goods. Else it is credited. */
export function voided(invoice: InvoiceFacts): InvoiceFacts {
  const state = move(invoiceLife, invoice.state, 'void');
  if (isSettled(invoice)) throw conflict('invoice.void_settled', { params: { invoice: invoice.number } });
  if (taxedOf(invoice) > 0n) throw conflict('invoice.void_taxed', { params: { invoice: invoice.number } });
  if (handedOver(invoice)) throw conflict('invoice.void_handed_over', { params: { invoice: invoice.number } });
  return { ...invoice, state, amountDue: 0n };
}

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
