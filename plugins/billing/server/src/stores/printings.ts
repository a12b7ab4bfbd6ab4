import { dateIn } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform, Print, PrintMark, Ref } from '@sanya/strapi-plugin-platform/kit';
import { PRINTING } from '../content-types/types';
import { PRINT_KINDS, PRINTABLE, type PrintKind, type PrintRelation } from '../domain/printing';

/** Of a sheet exactly one relation is set. */
export const NO_DOCUMENT = Object.fromEntries(PRINT_KINDS.map((kind) => [PRINTABLE[kind].relation, null]));

export interface Printing {
  kind: PrintKind;
  /** Row id. */
  document: number;
  customer: number;
  mark: PrintMark;
  printedAt: string;
  printedBy: string;
  /** Why there is a substitute. */
  reason: string | null;
}

type Row = Omit<Printing, 'kind' | 'document'> & Partial<Record<PrintRelation, number | null>>;

export const writePrintings = (platform: Platform, printings: readonly Printing[]): Promise<Ref[]> =>
  platform.rows.insert(
    PRINTING,
    printings.map(({ kind, document, ...sheet }) => ({
      ...sheet,
      ...NO_DOCUMENT,
      [PRINTABLE[kind].relation]: document,
    })),
  );

/** One printing of a document, by its document id. */
export async function readPrinting(
  platform: Platform,
  kind: PrintKind,
  document: number,
  documentId: string,
): Promise<(Printing & Ref) | undefined> {
  const [row] = await platform.rows.byDocumentIds<Row>(PRINTING, [documentId]);
  return row?.[PRINTABLE[kind].relation] === document ? { ...row, kind, document } : undefined;
}

/** The sheet as its document shows it: a substitute says which one it is, its day and why there is one. */
export async function printOf(platform: Platform, printing: Printing & Ref): Promise<Print> {
  if (printing.mark !== 'substitute') return { mark: printing.mark };
  const earlier = await platform.rows.find(
    PRINTING,
    (query, column) =>
      void query
        .where(column(PRINTABLE[printing.kind].relation), printing.document)
        .where(column('mark'), 'substitute')
        .where(column('id'), '<=', printing.id),
    { fields: [] },
  );
  return {
    mark: 'substitute',
    substitute: {
      times: earlier.length,
      on: dateIn(platform.clock.zone(), printing.printedAt),
      reason: printing.reason ?? '',
    },
  };
}

/** One sheet of a batch: exactly one of the relations is set. */
export type Sheet = Partial<Record<PrintRelation, number | null>> & {
  customer: number;
  mark: PrintMark;
  batch: string;
};

/** Originals that are printed already, by row id of the document. */
export async function printedOf(platform: Platform, kind: PrintKind, ids: readonly number[]): Promise<Set<number>> {
  const { relation } = PRINTABLE[kind];
  const rows = await platform.rows.find<Partial<Record<PrintRelation, number>>>(
    PRINTING,
    (query, column) => void query.whereIn(column(relation), [...ids]).where(column('mark'), 'original'),
    { fields: [relation] },
  );
  return new Set(rows.flatMap((row) => row[relation] ?? []));
}

/** The sheets of a batch in the order they were asked for. */
export const sheetsOf = (platform: Platform, batch: string): Promise<(Sheet & Ref)[]> =>
  platform.rows.find<Sheet>(
    PRINTING,
    (query, column) => void query.where(column('batch'), batch).orderBy(column('id')),
    { fields: ['customer', 'mark', 'batch', ...PRINT_KINDS.map((kind) => PRINTABLE[kind].relation)] },
  );
