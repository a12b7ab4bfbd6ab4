import { notFound } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform, PrintMark, Ref } from '@sanya/strapi-plugin-platform/kit';
import { TAX_INVOICE } from '../content-types/types';
import { markOf } from '../domain/printing';
import { refuseTakenOver } from '../domain/tax-document';
import { originalsOf, type Printing, writePrintings } from '../stores/printings';

interface Head {
  number: string;
  state: string;
  customer: number;
  takenOverOn: string | null;
}

export interface PrintWish {
  /** Row id of the tax invoice. */
  taxInvoice: number;
  /** The original if there is none yet, when absent. */
  mark?: PrintMark;
  /** Why there is a substitute. */
  reason?: string;
}

/**
 * Writes down that tax invoices go onto paper, and as what. The paper itself is rendered afterwards from this record,
 * as often as the printer needs it: one printing is one sheet.
 */
export const printTaxInvoices = (
  platform: Platform,
  wishes: readonly PrintWish[],
): Promise<(Printing & Ref & { number: string })[]> =>
  platform.transaction(async () => {
    const ids = wishes.map((wish) => wish.taxInvoice);
    const rows = await platform.rows.byIds<Head>(TAX_INVOICE, ids, {
      fields: ['number', 'state', 'customer', 'takenOverOn'],
      lock: 'wait',
    });
    const found = new Map(rows.map((row) => [row.id, row]));
    const printed = await originalsOf(platform, ids);
    const planned = wishes.map(({ taxInvoice, mark: wanted, reason = null }) => {
      const document = found.get(taxInvoice);
      if (!document) throw notFound('tax_invoice.unknown');
      refuseTakenOver(document);
      const mark = markOf({ ...document, printed: printed.has(taxInvoice) }, wanted);
      if (mark === 'original') printed.add(taxInvoice);
      return { document, mark, reason };
    });
    const at = platform.clock.now();
    const printings = planned.map(
      ({ document, mark, reason }): Printing => ({
        customer: document.customer,
        taxInvoice: document.id,
        mark,
        printedAt: at,
        printedBy: platform.caller().key,
        reason,
      }),
    );
    const refs = await writePrintings(platform, printings);
    await platform.events.record(
      planned.map(({ document, mark, reason }) => ({
        name: mark === 'substitute' ? 'tax_invoice.substituted' : 'tax_invoice.printed',
        subject: { type: TAX_INVOICE, id: document.id, documentId: document.documentId },
        customer: document.customer,
        after: { number: document.number, mark, ...(reason === null ? {} : { reason }) },
      })),
    );
    return printings.map((printing, index) => ({
      ...printing,
      id: refs[index]?.id ?? 0,
      documentId: refs[index]?.documentId ?? '',
      number: planned[index]?.document.number ?? '',
    }));
  });
