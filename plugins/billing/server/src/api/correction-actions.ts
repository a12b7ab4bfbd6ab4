import { badInput, parseQuantity, sum } from '@sanya/strapi-plugin-platform/kernel';
import { defineAction, type Platform, rowIds } from '@sanya/strapi-plugin-platform/kit';
import type { z } from 'zod';
import { CREDIT_NOTE, INVOICE, INVOICE_LINE } from '../content-types/types';
import type { SettleWish } from '../domain/credit-settlement';
import type { LineWish } from '../domain/credit-wishes';
import { creditableOf } from '../services/creditable';
import { cancelCreditNotes } from '../use-cases/cancel-credit-notes';
import { creditInvoices } from '../use-cases/credit-invoices';
import { debitInvoices } from '../use-cases/debit-invoices';
import { cancelledCreditNote, creditable, creditNoteAnswer, debitNoteAnswer } from './answers';
import { creditNote, debitNote } from './correction-shapes';
import { because, nothing } from './shapes';

const lineIds = (platform: Platform, lines: readonly { line: string }[], code: string): Promise<number[]> =>
  rowIds(
    platform,
    INVOICE_LINE,
    lines.map((one) => one.line),
    code,
    (index) => `lines.${index}.line`,
  );

async function lineWishes(platform: Platform, { lines }: z.output<typeof creditNote>): Promise<LineWish[] | undefined> {
  if (!lines) return undefined;
  const ids = await lineIds(platform, lines, 'credit_note.line_unknown');
  return lines.map(({ quantity: text, amount }, index) => {
    const quantity = text === undefined ? undefined : parseQuantity(text);
    if (text !== undefined && !quantity) {
      throw badInput('credit_note.quantity_not_positive', { field: `lines.${index}.quantity` });
    }
    return { line: ids[index] ?? 0, quantity, amount };
  });
}

async function settleWishes(
  platform: Platform,
  { settle }: z.output<typeof creditNote>,
): Promise<SettleWish[] | undefined> {
  if (!settle) return undefined;
  const named = settle.flatMap(({ invoice }, index) => (invoice ? [{ invoice, index }] : []));
  const ids = await rowIds(
    platform,
    INVOICE,
    named.map((one) => one.invoice),
    'allocation.invoice_unknown',
    (place) => `settle.${named[place]?.index ?? 0}.invoice`,
  );
  return settle.map(
    ({ how, amount }, index): SettleWish => ({
      how,
      amount,
      invoice: ids[named.findIndex((one) => one.index === index)],
    }),
  );
}

export const correctionActions = [
  defineAction({
    name: 'creditInvoice',
    summary: 'Credit an invoice, whole or by lines: what is open of it first, the rest is customer credit',
    subject: INVOICE,
    staff: { method: 'POST', path: '/invoices/:id/credit-notes', permission: 'credit-note.issue' },
    graphql: 'none',
    input: creditNote,
    output: creditNoteAnswer,
    status: 201,
    run: async ({ platform, subject, input }) => {
      const [note] = await creditInvoices(platform, [
        {
          invoice: subject.id,
          reason: input.reason,
          cause: input.cause,
          happenedOn: input.happenedOn,
          late: input.late,
          lines: await lineWishes(platform, input),
          settle: await settleWishes(platform, input),
          account: input.account,
          byHand: true,
        },
      ]);
      if (!note) return undefined;
      const { id, documentId, number, plan, settle, happenedOn, late } = note;
      const own = settle.filter(({ invoice }) => invoice?.id === plan.invoice.id);
      return {
        id,
        documentId,
        number,
        state: 'issued' as const,
        happenedOn,
        late,
        net: plan.net,
        tax: plan.tax,
        total: plan.total,
        currency: plan.invoice.currency,
        originals: plan.originals,
        offset: sum(own.map((part) => part.amount)),
        credit: sum(settle.filter((part) => part.how === 'credit').map((part) => part.amount)),
        refund: sum(settle.filter((part) => part.how === 'refund').map((part) => part.amount)),
        settle: settle.map(({ how, amount, invoice }) => ({
          how,
          amount,
          ...(invoice ? { invoice: { documentId: invoice.documentId, number: invoice.number } } : {}),
        })),
      };
    },
  }),
  defineAction({
    name: 'cancelCreditNote',
    summary: 'Cancel a credit note that should not have been, while all that it did can be put back; its number stays',
    subject: CREDIT_NOTE,
    staff: { method: 'POST', path: '/credit-notes/:id/cancel', permission: 'credit-note.cancel' },
    graphql: 'none',
    input: because,
    output: cancelledCreditNote,
    run: async ({ platform, subject, input }) => {
      const [note] = await cancelCreditNotes(platform, [subject.id], input.reason);
      if (!note) return undefined;
      const { id, documentId, number, after } = note;
      const { documentId: owed, state, amountDue, currency } = after;
      return {
        ...{ id, documentId, number, state: 'cancelled' as const, currency },
        invoice: { documentId: owed, number: after.number, state, amountDue },
      };
    },
  }),
  defineAction({
    name: 'creditableLines',
    summary: 'What of each line of an invoice can still be credited, in amount and quantity',
    subject: INVOICE,
    staff: { method: 'GET', path: '/invoices/:id/creditable', permission: 'credit-note.issue' },
    graphql: 'none',
    writes: false,
    input: nothing,
    output: creditable,
    run: ({ platform, subject }) => creditableOf(platform, subject.id),
  }),
  defineAction({
    name: 'debitInvoice',
    summary: 'Charge what was charged too little: a debit note, and an invoice over the difference',
    subject: INVOICE,
    staff: { method: 'POST', path: '/invoices/:id/debit-notes', permission: 'debit-note.issue' },
    graphql: 'none',
    input: debitNote,
    output: debitNoteAnswer,
    status: 201,
    run: async ({ platform, subject, input }) => {
      const ids = await lineIds(platform, input.lines, 'debit_note.line_unknown');
      const [note] = await debitInvoices(platform, [
        {
          ...input,
          invoice: subject.id,
          lines: input.lines.map(({ amount }, index) => ({ line: ids[index] ?? 0, amount })),
        },
      ]);
      if (!note) return undefined;
      const { id, documentId, number, sums, payment, invoice, happenedOn, late } = note;
      return {
        id,
        documentId,
        number,
        state: 'issued' as const,
        happenedOn,
        late,
        net: sums.net,
        tax: sums.tax,
        total: sums.total,
        currency: invoice.currency,
        originals: sums.originals,
        invoice: {
          documentId: payment.documentId,
          number: payment.number,
          total: payment.total,
          amountDue: payment.amountDue,
          dueDate: payment.dueDate,
        },
      };
    },
  }),
];
