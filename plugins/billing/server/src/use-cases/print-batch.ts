import { badInput, notFound } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import { PRINTING } from '../content-types/types';
import { PRINT_KINDS, PRINTABLE, type PrintKind, setOf } from '../domain/printing';
import { NO_DOCUMENT } from '../stores/printings';
import { loadPrintables, type PrintableDocument } from './load-printables';

export interface PrintBatchWish {
  kind: PrintKind;
  /** Row id. */
  id: number;
}

/**
 * Marks documents as printed and names the batch that they go through the printer as: of each its original, then its
 * copies. All of them, or none: what somebody else has printed meanwhile is refused.
 */
export const printBatch = (
  platform: Platform,
  wishes: readonly PrintBatchWish[],
  copies: number,
): Promise<{ batch: string; sheets: number }> =>
  platform.transaction(async () => {
    const named = new Set(wishes.map(({ kind, id }) => `${kind}${id}`));
    if (named.size < wishes.length) throw badInput('print.twice', { field: 'documents' });
    const found: PrintableDocument[] = [];
    // One order of locks for all: kinds, and within them ids.
    for (const kind of PRINT_KINDS) {
      const ids = wishes.filter((wish) => wish.kind === kind).map(({ id }) => id);
      if (ids.length > 0) found.push(...(await loadPrintables(platform, kind, ids)));
    }
    const planned = wishes.map(({ kind, id }) => {
      const document = found.find((one) => one.kind === kind && one.id === id);
      if (!document) throw notFound('print.unknown');
      return { document, marks: setOf(document, copies) };
    });
    const at = platform.clock.now();
    const [first] = planned;
    if (!first) throw badInput('print.nothing', { field: 'documents' });
    const batch = `${first.document.documentId}${Date.parse(at).toString(36)}`.slice(0, 40);
    const sheets = planned.flatMap(({ document, marks }) =>
      marks.map((mark) => ({
        ...NO_DOCUMENT,
        [PRINTABLE[document.kind].relation]: document.id,
        customer: document.customer,
        mark,
        batch,
        printedAt: at,
        printedBy: platform.caller().key,
        reason: null,
      })),
    );
    await platform.rows.insert(PRINTING, sheets);
    await platform.events.record(
      planned.map(({ document, marks }) => ({
        name: `${PRINTABLE[document.kind].event}.printed`,
        subject: { type: PRINTABLE[document.kind].type, id: document.id, documentId: document.documentId },
        customer: document.customer,
        after: { number: document.number, mark: 'original', sheets: marks.length },
      })),
    );
    return { batch, sheets: sheets.length };
  });
