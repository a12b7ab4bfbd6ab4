import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import { CREDIT_NOTE, CREDIT_NOTE_LINE, DEBIT_NOTE, DEBIT_NOTE_LINE, TAX_INVOICE } from '../content-types/types';
import type { CorrectionFacts } from '../domain/credit-invoice';
import { type CreditedPart, documentKey, type TaxDocument } from '../domain/creditable';
import type { InvoiceFacts } from '../domain/settlement';
import { standingTaxInvoices } from './payment-documents';

interface CreditRow {
  creditNote: number;
  invoiceLine: number;
  taxInvoice: number | null;
  debitNote: number | null;
  quantity: bigint | null;
  net: bigint;
  tax: bigint;
  total: bigint;
}

interface DebitRow {
  debitNote: number;
  payableLine: number;
  taxInvoice: number | null;
  ratePpm: number;
  net: bigint;
  tax: bigint;
  total: bigint;
}

/** How tax invoices of invoices replaced each other, however often. */
interface Lineage {
  /** Which one stands for it. */
  heir: (id: number) => number;
  /** Those that it stands for, itself among them. */
  ancestors: (id: number) => number[];
}

async function lineageOf(platform: Platform, invoices: readonly number[]): Promise<Lineage> {
  const rows = await platform.rows.find<{ replaces: number }>(
    TAX_INVOICE,
    (query, column) => void query.whereIn(column('invoice'), [...invoices]).whereNotNull(column('replaces')),
    { fields: ['replaces'] },
  );
  const next = new Map(rows.map((row) => [row.replaces, row.id]));
  const before = new Map(rows.map((row) => [row.id, row.replaces]));
  const walk = (id: number, steps: ReadonlyMap<number, number>): number[] => {
    const passed = [id];
    for (let at = steps.get(id); at !== undefined; at = steps.get(at)) passed.push(at);
    return passed;
  };
  return { heir: (id) => walk(id, next).at(-1) ?? id, ancestors: (id) => walk(id, before) };
}

const notesOf = <T>(platform: Platform, uid: string, by: 'invoice' | 'payable', ids: readonly number[]) =>
  platform.rows.find<T>(
    uid,
    (query, column) => void query.whereIn(column(by), [...ids]).where(column('state'), 'issued'),
    { fields: [by, 'number', 'issuedOn'] },
  );

const linesOf = <T>(
  platform: Platform,
  uid: string,
  by: 'creditNote' | 'debitNote',
  notes: readonly { id: number }[],
) =>
  platform.rows.find<T>(
    uid,
    (query, column) =>
      void query.whereIn(
        column(by),
        notes.map((note) => note.id),
      ),
  );

async function creditedOf(platform: Platform, ids: readonly number[], heir: (id: number) => number) {
  const notes = await notesOf<{ invoice: number }>(platform, CREDIT_NOTE, 'invoice', ids);
  const lines = await linesOf<CreditRow>(platform, CREDIT_NOTE_LINE, 'creditNote', notes);
  const invoiceOf = new Map(notes.map((note) => [note.id, note.invoice]));
  const keyOf = ({ taxInvoice, debitNote }: CreditRow): string | null =>
    taxInvoice !== null
      ? documentKey({ kind: 'tax_invoice', id: heir(taxInvoice) })
      : debitNote !== null
        ? documentKey({ kind: 'debit_note', id: debitNote })
        : null;
  return lines.map((line): { invoice: number; part: CreditedPart } => ({
    invoice: invoiceOf.get(line.creditNote) ?? 0,
    part: { ...line, document: keyOf(line) },
  }));
}

/** Debit notes as the documents that taxed the invoices they made. */
async function debitDocuments(platform: Platform, ids: readonly number[]) {
  const notes = await notesOf<{ payable: number; number: string; issuedOn: string }>(
    platform,
    DEBIT_NOTE,
    'payable',
    ids,
  );
  const lines = await linesOf<DebitRow>(platform, DEBIT_NOTE_LINE, 'debitNote', notes);
  return notes.map((note): { invoice: number; document: TaxDocument } => ({
    invoice: note.payable,
    document: {
      kind: 'debit_note',
      id: note.id,
      number: note.number,
      taxDate: note.issuedOn,
      lines: lines
        .filter((line) => line.debitNote === note.id && line.taxInvoice !== null)
        .map(({ payableLine, ratePpm, net, tax, total }) => ({ invoiceLine: payableLine, ratePpm, net, tax, total })),
    },
  }));
}

/** What debit notes of invoices added to each document that they name. */
async function debitedOf(platform: Platform, ids: readonly number[], heir: (id: number) => number) {
  const notes = await notesOf<{ invoice: number }>(platform, DEBIT_NOTE, 'invoice', ids);
  const lines = await linesOf<DebitRow>(platform, DEBIT_NOTE_LINE, 'debitNote', notes);
  const debited = new Map<string, bigint>();
  for (const { taxInvoice, net } of lines) {
    if (taxInvoice === null) continue;
    const key = documentKey({ kind: 'tax_invoice', id: heir(taxInvoice) });
    debited.set(key, (debited.get(key) ?? 0n) + net);
  }
  return debited;
}

/** What corrections of invoices must know: the documents that taxed them, and what earlier notes did to these. */
export async function loadCorrections(
  platform: Platform,
  invoices: readonly InvoiceFacts[],
): Promise<CorrectionFacts[]> {
  const ids = invoices.map((invoice) => invoice.id);
  const { heir } = await lineageOf(platform, ids);
  const taxInvoices = await standingTaxInvoices(platform, 'invoice', ids);
  const fromDebits = await debitDocuments(platform, ids);
  const credited = await creditedOf(platform, ids, heir);
  const debited = await debitedOf(platform, ids, heir);
  return invoices.map((invoice) => ({
    invoice,
    documents: [
      ...taxInvoices
        .filter((one) => one.invoice === invoice.id)
        .map(({ id, number, taxDate, lines }): TaxDocument => ({ kind: 'tax_invoice', id, number, taxDate, lines })),
      ...fromDebits.filter((one) => one.invoice === invoice.id).map((one) => one.document),
    ],
    credited: credited.filter((one) => one.invoice === invoice.id).map((one) => one.part),
    debited,
  }));
}

/** What standing credit notes took off tax invoices, whichever of their line of succession they name; by row id. */
export async function creditedOnTaxInvoices(
  platform: Platform,
  taxInvoices: readonly { id: number; invoice: number }[],
): Promise<Map<number, CreditedPart[]>> {
  if (taxInvoices.length === 0) return new Map();
  const invoices = [...new Set(taxInvoices.map((one) => one.invoice))];
  const { heir } = await lineageOf(platform, invoices);
  const credited = await creditedOf(platform, invoices, heir);
  return new Map(
    taxInvoices.map(({ id }) => {
      const key = documentKey({ kind: 'tax_invoice', id });
      return [id, credited.map(({ part }) => part).filter(({ document }) => document === key)];
    }),
  );
}

const NOTES = {
  credit: [CREDIT_NOTE, CREDIT_NOTE_LINE, 'creditNote'],
  debit: [DEBIT_NOTE, DEBIT_NOTE_LINE, 'debitNote'],
} as const;

/** The standing notes that name one of these tax invoices, or one that it replaced. */
export async function notesOnTaxInvoices(
  platform: Platform,
  taxInvoices: readonly { id: number; invoice: number }[],
  kinds: readonly (keyof typeof NOTES)[] = ['credit', 'debit'],
): Promise<{ invoice: number; note: string }[]> {
  if (taxInvoices.length === 0) return [];
  const { ancestors } = await lineageOf(
    platform,
    taxInvoices.map((one) => one.invoice),
  );
  const named = taxInvoices.flatMap((one) => ancestors(one.id));
  const { rows } = platform;
  const found: { invoice: number; note: string }[] = [];
  for (const [note, line, by] of kinds.map((kind) => NOTES[kind])) {
    const lines = await rows.find<Record<typeof by, number>>(
      line,
      (query, column) => void query.whereIn(column('taxInvoice'), named),
      { fields: [by] },
    );
    const notes = await rows.byIds<{ number: string; state: string; invoice: number }>(
      note,
      lines.map((row) => row[by]),
      { fields: ['number', 'state', 'invoice'] },
    );
    found.push(
      ...notes.filter((one) => one.state === 'issued').map(({ number, invoice }) => ({ note: number, invoice })),
    );
  }
  return found;
}
