import { formatDate, sum } from '@sanya/strapi-plugin-platform/kernel';
import type { DocumentLine, DocumentModel, Print } from '@sanya/strapi-plugin-platform/kit';
import type { FrozenNote, FrozenNoteLine } from '../../stores/frozen-notes';
import { buyerParty, type Pen, printMarks, sellerParty, taxLines, taxTotals } from './shared';

/** One row for each line of the invoice and rate, however many documents it stood on. */
function merged(lines: readonly FrozenNoteLine[]): FrozenNoteLine[] {
  const rows = new Map<string, FrozenNoteLine>();
  for (const line of lines) {
    const key = `${line.invoiceLine}|${line.ratePpm}`;
    const known = rows.get(key);
    rows.set(
      key,
      known
        ? {
            ...known,
            net: known.net + line.net,
            quantity: known.quantity === null ? line.quantity : known.quantity + (line.quantity ?? 0n),
          }
        : line,
    );
  }
  return [...rows.values()];
}

/** Each document with its value, the right value and the difference (s.86/9, s.86/10). */
const originalNotes = ({ originals }: FrozenNote, { say, money, language }: Pen): string[] =>
  originals.flatMap(({ kind, number, taxDate, issued, value, right, difference, tax }) => [
    say(`paper.note_original_${kind ?? 'tax_invoice'}`, {
      number,
      date: formatDate(taxDate, language),
      value: money(value),
      right: money(right),
      difference: money(difference),
      tax: money(tax),
    }),
    ...(issued !== undefined && issued !== value
      ? [say('paper.note_corrected_before', { number, issued: money(issued), value: money(value) })]
      : []),
  ]);

/** It corrects a tax document. */
const isTaxed = ({ taxInvoice, debitNote }: FrozenNoteLine): boolean => taxInvoice !== null || debitNote !== null;

function untaxedNotes({ lines, originals }: FrozenNote, { say, money }: Pen): string[] {
  if (originals.length === 0) return [say('paper.note_untaxed')];
  const total = sum(lines.filter((line) => !isTaxed(line)).map((one) => one.total));
  return total > 0n ? [say('paper.note_partly_untaxed', { total: money(total) })] : [];
}

const sumOf = ({ originals }: FrozenNote, key: 'value' | 'right' | 'difference'): bigint =>
  sum(originals.map((original) => BigInt(original[key])));

/** Value, right value and difference stand above the VAT where all of the note corrects tax documents. */
function totalsOf(note: FrozenNote, pen: Pen): DocumentModel['totals'] {
  const { say, money } = pen;
  const totals = taxTotals(pen, note, note.lines, isTaxed);
  if (note.originals.length === 0 || sumOf(note, 'difference') !== note.net) return totals;
  const rest = totals.filter(({ label }) => label !== say('paper.net'));
  return [
    { label: say('paper.note_value'), value: money(sumOf(note, 'value')) },
    { label: say('paper.note_right'), value: money(sumOf(note, 'right')) },
    { label: say('paper.note_difference'), value: money(note.net) },
    ...rest,
  ];
}

/** The document that is corrected, where it is one. */
const originalFact = ({ originals: [first, ...others] }: FrozenNote, { say }: Pen): DocumentModel['facts'] =>
  first && others.length === 0
    ? [{ label: say(first.kind === 'debit_note' ? 'paper.debit_note' : 'paper.tax_invoice'), value: first.number }]
    : [];

/** When the cause arose, where that was not the day of the note. */
const happenedFact = ({ happenedOn, issuedOn }: FrozenNote, { say, language }: Pen): DocumentModel['facts'] =>
  happenedOn && happenedOn !== issuedOn
    ? [{ label: say('paper.happened_on'), value: formatDate(happenedOn, language) }]
    : [];

const lineRows = (pen: Pen, lines: readonly FrozenNoteLine[]): DocumentLine[] => taxLines(pen, merged(lines));

/** What a credit note and a debit note show alike. */
export const noteModel = (
  kind: 'credit_note' | 'debit_note',
  note: FrozenNote,
  invoiceNumber: string,
  pen: Pen,
  { print, more = [] }: { print: Print | undefined; more?: readonly string[] },
): DocumentModel => {
  const { language, say } = pen;
  return {
    language,
    currency: note.currency,
    title: say(`paper.${kind}`),
    marks: printMarks(print, pen),
    ...(note.state === 'cancelled' ? { watermark: say('paper.cancelled') } : {}),
    seller: sellerParty(note.seller, pen),
    buyer: buyerParty(note.buyer, pen),
    facts: [
      { label: say('paper.number'), value: note.number },
      { label: say('paper.issued_on'), value: formatDate(note.issuedOn, language) },
      ...happenedFact(note, pen),
      { label: say('paper.invoice_number'), value: invoiceNumber },
      ...originalFact(note, pen),
    ],
    lines: lineRows(pen, note.lines),
    totals: totalsOf(note, pen),
    amountInWords: String(note.total),
    notes: [
      say('paper.note_reason', { cause: say(`${kind}.cause_${note.cause ?? 'other'}`), reason: note.reason ?? '' }),
      ...originalNotes(note, pen),
      ...untaxedNotes(note, pen),
      ...more,
    ],
    signatures: [say('paper.issuer'), say('paper.receiver')],
  };
};
