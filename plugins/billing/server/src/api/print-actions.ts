import { addDays } from '@sanya/strapi-plugin-platform/kernel';
import { civilDate, defineAction, fileAnswer, type Platform, rowIds } from '@sanya/strapi-plugin-platform/kit';
import { z } from 'zod';
import { PRINT_KINDS, PRINTABLE } from '../domain/printing';
import { batchDocument, batchEnvelopes } from '../services/print-batches';
import { printQueue } from '../stores/print-queue';
import { printBatch, type PrintBatchWish } from '../use-cases/print-batch';
import { printAction } from './print-action';
import { printedBatch, waitingForPrint } from './print-answers';
import { documentId, nothing } from './shapes';

/** What was issued before customers wanted paper is not asked for all at once. */
const DAYS_BACK = 31;
const MOST_DOCUMENTS = 200;
const MOST_COPIES = 5;

const since = z.strictObject({ since: civilDate.optional() });
const wishes = z.strictObject({
  documents: z
    .array(z.strictObject({ kind: z.enum(PRINT_KINDS), id: documentId }))
    .min(1)
    .max(MOST_DOCUMENTS),
  copies: z.int().min(0).max(MOST_COPIES).default(1),
});

/** Row ids of what is wished for, one read for each kind, in the order given. */
async function rowsOf(platform: Platform, documents: z.output<typeof wishes>['documents']): Promise<PrintBatchWish[]> {
  const placed: (PrintBatchWish | undefined)[] = documents.map(() => undefined);
  for (const kind of PRINT_KINDS) {
    const own = documents.flatMap((one, place) => (one.kind === kind ? [{ id: one.id, place }] : []));
    if (own.length === 0) continue;
    const ids = await rowIds(
      platform,
      PRINTABLE[kind].type,
      own.map(({ id }) => id),
      'print.unknown',
      (index) => `documents.${own[index]?.place ?? 0}.id`,
    );
    own.forEach(({ place }, index) => {
      placed[place] = { kind, id: ids[index] ?? 0 };
    });
  }
  return placed.flatMap((one) => one ?? []);
}

const batchOf = (params: Record<string, string>): string => (params.batch ?? '').slice(0, 40);

/** Whoever prints the queue prints one of them apart from it. */
const QUEUE = 'print-queue.print';

export const printActions = [
  printAction('printInvoice', 'an invoice', 'invoice', '/invoices', QUEUE),
  printAction('printReceipt', 'a receipt', 'receipt', '/receipts', QUEUE),
  printAction('printCreditNote', 'a credit note', 'credit-note', '/credit-notes', QUEUE),
  printAction('printDebitNote', 'a debit note', 'debit-note', '/debit-notes', QUEUE),
  defineAction({
    name: 'printQueue',
    summary: 'Documents of customers who want paper, of which no original is printed yet; issued in the last month',
    staff: { method: 'GET', path: '/print-queue', permission: QUEUE },
    graphql: 'none',
    writes: false,
    input: since,
    output: waitingForPrint,
    run: ({ platform, input }) => printQueue(platform, input.since ?? addDays(platform.clock.today(), -DAYS_BACK)),
  }),
  defineAction({
    name: 'printBatch',
    summary: 'Print documents together: of each the original, then copies; they are marked as printed',
    staff: { method: 'POST', path: '/print-queue/print', permission: QUEUE },
    graphql: 'none',
    input: wishes,
    output: printedBatch,
    status: 201,
    run: async ({ platform, input }) => {
      const { batch, sheets } = await printBatch(platform, await rowsOf(platform, input.documents), input.copies);
      return {
        batch,
        sheets,
        document: `/billing/print-batches/${batch}/document`,
        envelopes: `/billing/print-batches/${batch}/envelopes`,
      };
    },
  }),
  defineAction({
    name: 'printBatchDocument',
    summary: 'All sheets of a batch in one PDF, each in the language of its customer',
    staff: { method: 'GET', path: '/print-batches/:batch/document', permission: QUEUE },
    graphql: 'none',
    writes: false,
    input: nothing,
    output: fileAnswer,
    run: ({ platform, params }) => batchDocument(platform, batchOf(params)),
  }),
  defineAction({
    name: 'printBatchEnvelopes',
    summary: 'Envelopes for the customers of a batch, as PDF',
    staff: { method: 'GET', path: '/print-batches/:batch/envelopes', permission: QUEUE },
    graphql: 'none',
    writes: false,
    input: nothing,
    output: fileAnswer,
    run: ({ platform, params }) => batchEnvelopes(platform, batchOf(params)),
  }),
];
