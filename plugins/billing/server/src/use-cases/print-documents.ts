import { notFound } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform, PrintMark, Ref } from '@sanya/strapi-plugin-platform/kit';
import { markOf, PRINTABLE, type PrintKind } from '../domain/printing';
import { type Printing, writePrintings } from '../stores/printings';
import { loadPrintables } from './load-printables';

export interface PrintWish {
  /** Row id of the document. */
  id: number;
  /** The original if there is none yet, when absent. */
  mark?: PrintMark;
  /** Why there is a substitute. */
  reason?: string;
}

/**
 * Writes down that documents of a kind go onto paper, and as what. The paper itself is rendered afterwards from this
 * record, as often as the printer needs it: one printing is one sheet.
 */
export const printDocuments = (
  platform: Platform,
  kind: PrintKind,
  wishes: readonly PrintWish[],
): Promise<(Printing & Ref & { number: string })[]> =>
  platform.transaction(async () => {
    const rows = await loadPrintables(
      platform,
      kind,
      wishes.map(({ id }) => id),
    );
    const found = new Map(rows.map((row) => [row.id, row]));
    const printed = new Set(rows.filter((row) => row.printed).map(({ id }) => id));
    const planned = wishes.map(({ id, mark: wanted, reason = null }) => {
      const document = found.get(id);
      if (!document) throw notFound('print.unknown');
      const mark = markOf({ ...document, printed: printed.has(id) }, wanted);
      if (mark === 'original') printed.add(id);
      return { document, mark, reason };
    });
    const at = platform.clock.now();
    const printings = planned.map(
      ({ document, mark, reason }): Printing => ({
        kind,
        document: document.id,
        customer: document.customer,
        mark,
        printedAt: at,
        printedBy: platform.caller().key,
        reason,
      }),
    );
    const refs = await writePrintings(platform, printings);
    const { type, event } = PRINTABLE[kind];
    await platform.events.record(
      planned.map(({ document, mark, reason }) => ({
        name: `${event}.${mark === 'substitute' ? 'substituted' : 'printed'}`,
        subject: { type, id: document.id, documentId: document.documentId },
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
