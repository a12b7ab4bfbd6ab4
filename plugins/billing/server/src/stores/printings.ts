import type { Platform, PrintMark, Ref } from '@sanya/strapi-plugin-platform/kit';
import { PRINTING } from '../content-types/types';

export interface Printing {
  taxInvoice: number;
  mark: PrintMark;
  printedAt: string;
  printedBy: string;
}

/** Printings of originals, by tax invoice. */
export async function originalsOf(platform: Platform, taxInvoices: readonly number[]): Promise<Set<number>> {
  const rows = await platform.rows.find<Printing>(
    PRINTING,
    (query, column) => void query.whereIn(column('taxInvoice'), [...taxInvoices]).where(column('mark'), 'original'),
    { fields: ['taxInvoice'] },
  );
  return new Set(rows.map((row) => row.taxInvoice));
}

export const writePrintings = (platform: Platform, printings: readonly Printing[]): Promise<Ref[]> =>
  platform.rows.insert(
    PRINTING,
    printings.map((one) => ({ ...one })),
  );

/** One printing of a tax invoice, by its document id. */
export async function readPrinting(
  platform: Platform,
  taxInvoice: number,
  documentId: string,
): Promise<(Printing & Ref) | undefined> {
  const [row] = await platform.rows.byDocumentIds<Printing>(PRINTING, [documentId]);
  return row?.taxInvoice === taxInvoice ? row : undefined;
}
