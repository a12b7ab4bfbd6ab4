import { formatDate, notFound } from '@sanya/strapi-plugin-platform/kernel';
import { type DocumentKind, type DocumentModel, footOf, type Platform } from '@sanya/strapi-plugin-platform/kit';
import { BILLING_NOTE } from '../../content-types/types';
import { type BillingNoteLine, type BillingNoteRow, linesOfNotes, loadBillingNotes } from '../../stores/billing-notes';
import { buyerParty, type Pen, penOf, sellerParty } from './shared';

/** What an accountant ticks off: each invoice with its dates, its amount and what of it is open. */
const invoiceTable = (lines: readonly BillingNoteLine[], { say, money, language }: Pen): DocumentModel['table'] => ({
  columns: [
    { title: say('paper.invoice_number') },
    { title: say('paper.issued_on'), width: 74 },
    { title: say('paper.due_date'), width: 74 },
    { title: say('paper.amount'), width: 84, right: true },
    { title: say('paper.open'), width: 84, right: true },
  ],
  rows: lines.map(({ invoiceNumber, issuedOn, dueDate, total, open }) => [
    invoiceNumber,
    formatDate(issuedOn, language),
    formatDate(dueDate, language),
    money(total),
    money(open),
  ]),
});

const modelOf = (note: BillingNoteRow, lines: readonly BillingNoteLine[], pen: Pen): DocumentModel => ({
  language: pen.language,
  currency: note.currency,
  title: pen.say('paper.billing_note'),
  marks: [],
  ...(note.state === 'cancelled' ? { watermark: pen.say('paper.cancelled') } : {}),
  seller: sellerParty(note.seller, pen),
  buyer: buyerParty(note.buyer, pen),
  facts: [
    { label: pen.say('paper.number'), value: note.number },
    { label: pen.say('paper.billed_on'), value: formatDate(note.billedOn, pen.language) },
    { label: pen.say('paper.pay_on'), value: formatDate(note.payOn, pen.language) },
    { label: pen.say('paper.invoices'), value: String(lines.length) },
  ],
  lines: [],
  table: invoiceTable(lines, pen),
  totals: [{ label: pen.say('paper.total'), value: pen.money(note.total), strong: true }],
  amountInWords: String(note.total),
  notes: [...(note.note ? [note.note] : []), pen.say('paper.billing_note_received')],
  signatures: [pen.say('paper.biller'), pen.say('paper.bill_receiver')],
});

/** The billing note: what is asked for on a billing day, and when it is to be paid. */
export const billingNoteDocument = (platform: Platform): DocumentKind => ({
  kind: 'billing-note',
  subject: BILLING_NOTE,
  foot: footOf('billing-note'),
  async load(id, language) {
    const [note] = await loadBillingNotes(platform, [id]);
    if (!note) throw notFound('billing_note.unknown');
    const lines = await linesOfNotes(platform, [id]);
    return { name: note.number, model: modelOf(note, lines, penOf(platform, language, note.currency)) };
  },
});
