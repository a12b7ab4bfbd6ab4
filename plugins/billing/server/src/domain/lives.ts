import { machine } from '@sanya/strapi-plugin-platform/kernel';

/** Overdue and partly paid are derived, never states. */
export const invoiceLife = machine({
  type: 'invoice',
  states: ['draft', 'open', 'paid', 'discarded', 'void', 'uncollectible'],
  initial: ['draft', 'open'],
  transitions: [
    { verb: 'issue', from: ['draft'], to: 'open' },
    { verb: 'discard', from: ['draft'], to: 'discarded' },
    { verb: 'settle', from: ['open', 'uncollectible'], to: 'paid' },
    { verb: 'reopen', from: ['paid', 'uncollectible'], to: 'open' },
    { verb: 'void', from: ['open'], to: 'void' },
    { verb: 'write_off', from: ['open'], to: 'uncollectible' },
  ],
});

/** Numbers stay whatever happens; a replaced one has a successor that keeps its tax date. */
export const taxInvoiceLife = machine({
  type: 'tax_invoice',
  states: ['issued', 'replaced', 'cancelled'],
  initial: ['issued'],
  transitions: [
    { verb: 'replace', from: ['issued'], to: 'replaced' },
    { verb: 'cancel', from: ['issued'], to: 'cancelled' },
  ],
});

export const receiptLife = machine({
  type: 'receipt',
  states: ['issued', 'cancelled'],
  initial: ['issued'],
  transitions: [{ verb: 'cancel', from: ['issued'], to: 'cancelled' }],
});

/**
 * Refunded is derived from refunds. A slip alone is never succeeded: a person or the bank says so. A card payment begins
 * before its gateway is asked; what the gateway then took, if it is not what was asked for, a person looks at.
 */
export const paymentLife = machine({
  type: 'payment',
  states: ['initiated', 'pending', 'unknown', 'to_check', 'submitted', 'succeeded', 'failed', 'rejected', 'reversed'],
  initial: ['initiated', 'submitted', 'succeeded'],
  transitions: [
    { verb: 'send', from: ['initiated', 'unknown'], to: 'pending' },
    { verb: 'lose', from: ['initiated', 'pending'], to: 'unknown' },
    { verb: 'succeed', from: ['initiated', 'pending', 'unknown'], to: 'succeeded' },
    { verb: 'fail', from: ['initiated', 'pending', 'unknown'], to: 'failed' },
    { verb: 'doubt', from: ['initiated', 'pending', 'unknown'], to: 'to_check' },
    { verb: 'verify', from: ['submitted', 'to_check'], to: 'succeeded' },
    { verb: 'reject', from: ['submitted', 'to_check'], to: 'rejected' },
    { verb: 'reverse', from: ['succeeded'], to: 'reversed' },
  ],
});

/** A note that corrects an invoice. */
const noteLife = (type: string) =>
  machine({
    type,
    states: ['draft', 'issued', 'discarded', 'cancelled'],
    initial: ['draft', 'issued'],
    transitions: [
      { verb: 'issue', from: ['draft'], to: 'issued' },
      { verb: 'discard', from: ['draft'], to: 'discarded' },
      { verb: 'cancel', from: ['issued'], to: 'cancelled' },
    ],
  });

export const creditNoteLife = noteLife('credit_note');
export const debitNoteLife = noteLife('debit_note');

/** A certificate that is not ours to expect any more (the payment was reversed) is dropped, not deleted. */
export const certificateLife = machine({
  type: 'withholding_certificate',
  states: ['pending', 'received', 'checked', 'disputed', 'dropped'],
  initial: ['pending'],
  transitions: [
    { verb: 'receive', from: ['pending', 'disputed'], to: 'received' },
    { verb: 'check', from: ['received'], to: 'checked' },
    { verb: 'dispute', from: ['received'], to: 'disputed' },
    { verb: 'drop', from: ['pending', 'received', 'disputed'], to: 'dropped' },
  ],
});

/**
 * A line of a bank statement. Money that came in is unapplied until it is a payment: looked at by the matcher as often as
 * it likes, applied once; undone, it is free again. What went out is kept for the balance only.
 */
export const statementLineLife = machine({
  type: 'statement_line',
  states: ['unknown', 'to_check', 'matched', 'applied', 'ignored', 'returned', 'outgoing'],
  initial: ['unknown', 'outgoing'],
  transitions: [
    { verb: 'match', from: ['unknown', 'to_check', 'matched'], to: 'matched' },
    { verb: 'doubt', from: ['unknown', 'to_check', 'matched'], to: 'to_check' },
    { verb: 'lose', from: ['unknown', 'to_check', 'matched'], to: 'unknown' },
    { verb: 'apply', from: ['unknown', 'to_check', 'matched'], to: 'applied' },
    { verb: 'ignore', from: ['unknown', 'to_check', 'matched'], to: 'ignored' },
    { verb: 'return', from: ['unknown', 'to_check', 'matched'], to: 'returned' },
    { verb: 'free', from: ['applied', 'ignored', 'returned'], to: 'unknown' },
  ],
});

/** What a gateway told of its own accord: once each. What nobody but a person can settle waits for one. */
export const gatewayEventLife = machine({
  type: 'gateway_event',
  states: ['received', 'handled', 'ignored', 'to_check', 'checked'],
  initial: ['received', 'ignored'],
  transitions: [
    { verb: 'handle', from: ['received'], to: 'handled' },
    { verb: 'ignore', from: ['received'], to: 'ignored' },
    { verb: 'doubt', from: ['received'], to: 'to_check' },
    { verb: 'check', from: ['to_check'], to: 'checked' },
  ],
});

/** Closed after the VAT return; opened again only to hand in an additional one. */
export const taxMonthLife = machine({
  type: 'tax_month',
  states: ['open', 'closed'],
  initial: ['open'],
  transitions: [
    { verb: 'close', from: ['open'], to: 'closed' },
    { verb: 'reopen', from: ['closed'], to: 'open' },
  ],
});

type StateOf<M> = M extends { states: readonly (infer S)[] } ? S : never;
export type InvoiceState = StateOf<typeof invoiceLife>;
export type TaxInvoiceState = StateOf<typeof taxInvoiceLife>;
export type PaymentState = StateOf<typeof paymentLife>;
export type GatewayEventState = StateOf<typeof gatewayEventLife>;
export type StatementLineState = StateOf<typeof statementLineLife>;
