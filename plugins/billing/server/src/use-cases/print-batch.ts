import { badInput, notFound } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform, Ref } from '@sanya/strapi-plugin-platform/kit';
import { PRINTING } from '../content-types/types';
import { PRINT_KINDS, PRINTABLE, type PrintKind, setOf } from '../domain/printing';
import { refuseTakenOver } from '../domain/tax-document';
import { printedOf } from '../stores/printings';

export interface PrintBatchWish {
  kind: PrintKind;
  /** Row id. */
  id: number;
}

interface Head {
  number: string;
  state: string;
  customer: number;
  takenOverOn: string | null;
}

/** Documents of one kind, locked, with what is known of their originals. */
async function loadKind(platform: Platform, kind: PrintKind, ids: readonly number[]) {
  const rows = await platform.rows.byIds<Head>(PRINTABLE[kind].type, ids, {
    fields: ['number', 'state', 'customer', ...(kind === 'tax-invoice' ? ['takenOverOn'] : [])],
    lock: 'wait',
  });
  if (kind === 'tax-invoice') rows.forEach(refuseTakenOver);
  const printed = await printedOf(platform, kind, ids);
  const paper = await onPaper(platform, kind, ids);
  return rows.filter(({ id }) => paper.has(id)).map((row) => ({ ...row, kind, printed: printed.has(row.id) }));
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
    const found: (Head & Ref & { kind: PrintKind; printed: boolean })[] = [];
    // One order of locks for all: kinds, and within them ids.
    for (const kind of PRINT_KINDS) {
      const ids = wishes.filter((wish) => wish.kind === kind).map(({ id }) => id);
      if (ids.length > 0) found.push(...(await loadKind(platform, kind, ids)));
    }
    const planned = wishes.map(({ kind, id }) => {
      const document = found.find((one) => one.kind === kind && one.id === id);
      if (!document) throw notFound('print.unknown');
      const { standing } = PRINTABLE[kind];
      return { document, marks: setOf(document, standing.includes(document.state), copies) };
    });
    const at = platform.clock.now();
    const [first] = planned;
    if (!first) throw badInput('print.nothing', { field: 'documents' });
    const batch = `${first.document.documentId}${Date.parse(at).toString(36)}`.slice(0, 40);
    const none = Object.fromEntries(PRINT_KINDS.map((kind) => [PRINTABLE[kind].relation, null]));
    const sheets = planned.flatMap(({ document, marks }) =>
      marks.map((mark) => ({
        ...none,
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
