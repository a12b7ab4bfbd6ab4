import { conflict } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform, Ref } from '@sanya/strapi-plugin-platform/kit';
import { PRINTABLE, type PrintFacts, type PrintKind } from '../domain/printing';
import { refuseTakenOver } from '../domain/tax-document';
import { printedOf } from '../stores/printings';

interface Head {
  number: string | null;
  state: string;
  customer: number;
  takenOverOn: string | null;
  taxInvoice: number | null;
}

/** A document that can go onto paper, with what is known of its original. */
export type PrintableDocument = Ref & PrintFacts & { kind: PrintKind; customer: number };

const MORE_FIELDS: Partial<Record<PrintKind, (keyof Head)[]>> = {
  'tax-invoice': ['takenOverOn'],
  receipt: ['taxInvoice'],
};

/** Documents of one kind, locked; what has no number yet is no paper. */
export async function loadPrintables(
  platform: Platform,
  kind: PrintKind,
  ids: readonly number[],
): Promise<PrintableDocument[]> {
  const { type, standing } = PRINTABLE[kind];
  const rows = await platform.rows.byIds<Head>(type, ids, {
    fields: ['number', 'state', 'customer', ...(MORE_FIELDS[kind] ?? [])],
    lock: 'wait',
  });
  const printed = await printedOf(platform, kind, ids);
  const paper = await onPaper(platform, kind, ids);
  return rows.flatMap(({ id, documentId, number, state, customer, takenOverOn, taxInvoice }) => {
    if (number === null || !paper.has(id)) return [];
    if (kind === 'tax-invoice') refuseTakenOver({ number, takenOverOn });
    // Its paper is that of the tax invoice, which has an original of its own.
    if (kind === 'receipt' && taxInvoice !== null) throw conflict('print.is_tax_invoice', { params: { number } });
    const facts = { number, state, stands: standing.includes(state), printed: printed.has(id) };
    return [{ id, documentId, kind, customer, ...facts }];
  });
}

/** Those of a kind that are paper at all: what was said by mail or telephone has no sheet. */
async function onPaper(platform: Platform, kind: PrintKind, ids: readonly number[]): Promise<ReadonlySet<number>> {
  const { type, letters } = PRINTABLE[kind];
  if (!letters) return new Set(ids);
  const found = await platform.rows.find(
    type,
    (query, column) => void query.whereIn(column('id'), [...ids]).whereRaw(letters(column)),
    { fields: [] },
  );
  return new Set(found.map(({ id }) => id));
}
