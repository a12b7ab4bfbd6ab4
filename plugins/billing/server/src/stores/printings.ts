import { dateIn } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform, Print, PrintMark, Ref } from '@sanya/strapi-plugin-platform/kit';
import { PRINTING } from '../content-types/types';

export interface Printing {
  taxInvoice: number;
  mark: PrintMark;
  printedAt: string;
  printedBy: string;
  /** Why there is a substitute. */
  reason: string | null;
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

/** The sheet as its document shows it: a substitute says which one it is, its day and why there is one. */
export async function printOf(platform: Platform, printing: Printing & Ref): Promise<Print> {
  if (printing.mark !== 'substitute') return { mark: printing.mark };
  const earlier = await platform.rows.find(
    PRINTING,
    (query, column) =>
      void query
        .where(column('taxInvoice'), printing.taxInvoice)
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
