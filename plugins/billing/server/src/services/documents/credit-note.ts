import { formatDate, notFound } from '@sanya/strapi-plugin-platform/kernel';
import type { DocumentKind, DocumentModel, Platform } from '@sanya/strapi-plugin-platform/kit';
import { CREDIT_NOTE, INVOICE } from '../../content-types/types';
import { type FrozenCreditNote, numberOf, readFrozenCreditNote } from '../../stores/frozen';
import { buyerParty, type Pen, penOf, sellerParty, taxLines, taxTotals } from './shared';

/** A credit note names each tax invoice with its value, the right value and the difference (s.86/10). */
function modelOf(note: FrozenCreditNote, invoiceNumber: string, pen: Pen): DocumentModel {
  const { language, say, money } = pen;
  return {
    language,
    currency: note.currency,
    title: say('paper.credit_note'),
    marks: [],
    ...(note.state === 'cancelled' ? { watermark: say('paper.cancelled') } : {}),
    seller: sellerParty(note.seller, pen),
    buyer: buyerParty(note.buyer, pen),
    facts: [
      { label: say('paper.number'), value: note.number },
      { label: say('paper.issued_on'), value: formatDate(note.issuedOn, language) },
      { label: say('paper.invoice_number'), value: invoiceNumber },
    ],
    lines: taxLines(pen, note.lines),
    totals: taxTotals(pen, note, note.lines),
    amountInWords: String(note.total),
    notes: [
      say('paper.credit_reason', {
        cause: say(`credit_note.cause_${note.cause ?? 'other'}`),
        reason: note.reason ?? '',
      }),
      ...note.originals.map((original) =>
        say('paper.credit_original', {
          number: original.number,
          date: formatDate(original.taxDate, language),
          value: money(original.value),
          right: money(original.right),
          difference: money(original.difference),
          tax: money(original.tax),
        }),
      ),
      ...(note.originals.length === 0 ? [say('paper.credit_untaxed')] : []),
    ],
    signatures: [say('paper.issuer'), say('paper.receiver')],
  };
}

export const creditNoteDocument = (platform: Platform): DocumentKind => ({
  kind: 'credit-note',
  subject: CREDIT_NOTE,
  async load(id, language) {
    const note = await readFrozenCreditNote(platform, id);
    if (!note?.number) throw notFound('credit_note.unknown');
    const invoiceNumber = await numberOf(platform, INVOICE, note.invoice);
    return { name: note.number, model: modelOf(note, invoiceNumber, penOf(platform, language, note.currency)) };
  },
});
