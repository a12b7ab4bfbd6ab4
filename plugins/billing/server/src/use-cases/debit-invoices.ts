import { formatDate, notFound } from '@sanya/strapi-plugin-platform/kernel';
import type { NewDelivery, NewEvent, Platform } from '@sanya/strapi-plugin-platform/kit';
import { DEBIT_NOTE, INVOICE } from '../content-types/types';
import { DEBIT_CAUSES, refuseUnlawful } from '../domain/causes';
import { type DebitLine, type DebitLineWish, debitSums, payableDraft, planDebit } from '../domain/debit-invoice';
import { noteDay, type NoteDayWish } from '../domain/note-day';
import { noteMail } from '../domain/note-mail';
import type { InvoiceFacts } from '../domain/settlement';
import { loadCorrections } from '../stores/corrections';
import { draftDebitNotes, finishDebitNotes, type FinishedDebitNote, payableLines } from '../stores/debit-notes';
import { readSellers } from '../stores/parties';
import { readRules } from '../stores/settings';
import { holdTaxMonths } from '../stores/tax-months';
import { invoicesUnderLock } from './invoices-under-lock';
import { issueInvoices, type IssuedInvoice } from './issue-invoices';

export interface DebitWish extends NoteDayWish {
  /** Row id of the invoice on which too little was charged. One wish an invoice. */
  invoice: number;
  reason: string;
  /** Lawful cause (s.82/9): `price_too_low`, `service_more` … */
  cause: string;
  lines: readonly DebitLineWish[];
}

export interface IssuedDebitNote extends FinishedDebitNote {
  invoice: InvoiceFacts;
  /** The invoice over the difference. */
  payment: IssuedInvoice;
}

/**
 * Charges what was charged too little. The debit note corrects the tax invoices it names, at their rate; the difference
 * is owed on an invoice of its own, so that everything that takes money takes it. As the debit note has taxed it, paying
 * that invoice makes a plain receipt.
 */
export const debitInvoices = (platform: Platform, wishes: readonly DebitWish[]): Promise<IssuedDebitNote[]> =>
  platform.transaction(async () => {
    const { customers, invoices } = await invoicesUnderLock(
      platform,
      wishes.map((wish) => wish.invoice),
    );
    const rules = await readRules(platform);
    const today = platform.clock.today();
    const facts = await loadCorrections(platform, invoices);
    const plans = facts.map((own) => {
      const wish = wishes.find((one) => one.invoice === own.invoice.id);
      const customer = customers.get(own.invoice.customer);
      if (!wish || !customer) throw notFound('invoice.customer_unknown');
      const parts = planDebit(own, wish.lines, rules, today);
      const originals = parts.flatMap(({ document }) => document ?? []);
      if (originals.length > 0) {
        refuseUnlawful(
          wish.cause,
          DEBIT_CAUSES,
          parts.map(({ line }) => line.kind),
        );
      }
      return { facts: own, wish, customer, parts, day: noteDay(wish, { ...own, originals }, today) };
    });

    await holdTaxMonths(platform);
    const numbers = await platform.numbers.take(
      invoices.map((invoice) => ({ series: 'debit-note', branch: invoice.branch, date: today })),
    );
    const refs = await draftDebitNotes(platform, invoices);
    const payables = await issueInvoices(
      platform,
      plans.map(({ facts: own, parts, customer }, index) => {
        const source = { type: DEBIT_NOTE, id: 0, documentId: '', ...refs[index], number: numbers[index] };
        return payableDraft(own, parts, source, (line) =>
          platform.messages.say(customer.buyer.language, 'debit_note.difference', { line }),
        );
      }),
    );
    const charged = await payableLines(
      platform,
      payables.map((payable) => payable.id),
    );
    const sellerOf = await readSellers(
      platform,
      invoices.map((invoice) => invoice.branch),
    );
    const notes = plans.flatMap(({ facts: own, wish, customer, parts, day }, index): IssuedDebitNote[] => {
      const payment = payables[index];
      const ref = refs[index];
      if (!payment || !ref) return [];
      const amounts = charged.filter((line) => line.invoice === payment.id);
      const lines = parts.flatMap(({ amount: _, ...part }, place): DebitLine[] => {
        const line = amounts[place];
        return line ? [{ ...part, payableLine: line.id, net: line.net, tax: line.tax, total: line.total }] : [];
      });
      return [
        {
          ...ref,
          number: numbers[index] ?? '',
          payable: payment.id,
          cause: wish.cause,
          reason: wish.reason,
          ...day,
          seller: sellerOf(own.invoice.branch),
          buyer: customer.buyer,
          sums: debitSums(own, lines),
          lines,
          invoice: own.invoice,
          payment,
        },
      ];
    });
    await finishDebitNotes(platform, notes);
    await platform.events.record(notes.flatMap(eventsOf));
    await platform.mail.queue(notes.flatMap((note) => mailOf(note, today)));
    return notes;
  });

const eventsOf = ({ id, documentId, number, invoice, payment, sums }: IssuedDebitNote): NewEvent[] => [
  {
    name: 'debit_note.issued',
    subject: { type: DEBIT_NOTE, id, documentId },
    customer: invoice.customer,
    after: { number, invoice: invoice.id, payable: payment.number, total: sums.total },
  },
  {
    name: 'invoice.debited',
    subject: { type: INVOICE, id: invoice.id, documentId: invoice.documentId },
    customer: invoice.customer,
    after: { number: invoice.number, debitNote: number, total: sums.total },
  },
];

const mailOf = (note: IssuedDebitNote, today: string): NewDelivery[] =>
  noteMail(
    {
      template: 'debit-note-mail',
      type: DEBIT_NOTE,
      documentId: note.documentId,
      number: note.number,
      customer: note.invoice.customer,
      currency: note.invoice.currency,
      issuedOn: today,
      total: note.sums.total,
      reason: note.reason,
      seller: note.seller,
      invoice: note.invoice.number,
      documents: [
        { kind: 'debit-note', id: note.id },
        { kind: 'invoice', id: note.payable },
      ],
      more: { payable: note.payment.number, dueDate: formatDate(note.payment.dueDate, note.buyer.language) },
    },
    note.buyer,
  );
