import { max } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform, Ref } from '@sanya/strapi-plugin-platform/kit';
import { DUNNING_NOTICE, INVOICE, INVOICE_LINE } from '../../content-types/types';
import { creditedLines } from '../credit-notes';

/** A late fee that waits for the customer's next invoice. */
export interface WaitingFee extends Ref {
  customer: number;
  /** The invoice that it is for, and how late that was. */
  invoice: number;
  number: string;
  day: number;
  currency: string;
  fee: bigint;
}

const FIELDS = ['customer', 'invoice', 'number', 'day', 'currency', 'fee'];

export const waitingFees = (platform: Platform, customers: readonly number[]): Promise<WaitingFee[]> =>
  platform.rows.find<WaitingFee>(
    DUNNING_NOTICE,
    (query, column) =>
      void query
        .whereIn(column('customer'), [...new Set(customers)])
        .where(column('feeWaits'), true)
        .orderBy(column('id')),
    { fields: FIELDS },
  );

export const waitingFee = async (platform: Platform, notice: number): Promise<WaitingFee | undefined> =>
  (
    await platform.rows.find<WaitingFee>(
      DUNNING_NOTICE,
      (query, column) => void query.where(column('id'), notice).where(column('feeWaits'), true),
      { fields: FIELDS },
    )
  )[0];

/** They stand on an invoice now: nobody has to decide any more whether they are waived while they wait. */
export async function chargeWaiting(
  platform: Platform,
  list: readonly { id: number; feeInvoice: number }[],
): Promise<void> {
  await platform.rows.update(
    DUNNING_NOTICE,
    list.map((one) => ({ ...one, feeWaits: false })),
  );
  await platform.approvals.withdraw(
    DUNNING_NOTICE,
    list.map(({ id }) => id),
  );
}

export const waiveWaiting = (platform: Platform, id: number, reason: string): Promise<number> =>
  platform.rows.update(DUNNING_NOTICE, [
    { id, feeWaits: false, feeWaivedAt: platform.clock.now(), feeWaiveReason: reason },
  ]);

/** What stood as a fee among other things on invoices that are void now waits again. */
export async function waitAgain(platform: Platform, invoices: readonly number[]): Promise<void> {
  const found = await platform.rows.find(
    DUNNING_NOTICE,
    (query, column) =>
      void query.whereIn(column('feeInvoice'), [...invoices]).whereNotIn(column('feeInvoice'), (own) => {
        // Those of their own are waived by being void.
        const { rows } = platform;
        own.from(rows.table(INVOICE)).select('id').where(rows.column(INVOICE, 'sourceType'), DUNNING_NOTICE);
        own.whereIn('id', [...invoices]);
      }),
    { fields: [] },
  );
  await platform.rows.update(
    DUNNING_NOTICE,
    found.map(({ id }) => ({ id, feeInvoice: null, feeWaits: true })),
  );
}

/** Databases take so many parameters and no more. */
const ID_CHUNK = 10_000;

async function inChunks<Row>(
  ids: readonly number[],
  find: (chunk: readonly number[]) => Promise<Row[]>,
): Promise<Row[]> {
  const found: Row[] = [];
  for (let from = 0; from < ids.length; from += ID_CHUNK) {
    for (const row of await find(ids.slice(from, from + ID_CHUNK))) found.push(row);
  }
  return found;
}

/** What credit notes took off the lines of fees, by document id of the notice. */
async function creditedFees(
  platform: Platform,
  fees: readonly { feeInvoice: number; documentId: string }[],
): Promise<Map<string, bigint>> {
  const credited = new Map<string, bigint>();
  const notices = new Set(fees.map(({ documentId }) => documentId));
  const lines = (
    await inChunks(
      fees.map(({ feeInvoice }) => feeInvoice),
      (ids) =>
        platform.rows.find<{ sourceLine: string | null }>(
          INVOICE_LINE,
          (query, column) => void query.whereIn(column('invoice'), [...ids]).whereNotNull(column('sourceLine')),
          { fields: ['sourceLine'] },
        ),
    )
  ).filter(({ sourceLine }) => notices.has(sourceLine ?? ''));
  const parts = await inChunks(
    lines.map(({ id }) => id),
    (ids) => creditedLines(platform, ids),
  );
  const sourceOf = new Map(lines.map(({ id, sourceLine }) => [id, sourceLine ?? '']));
  for (const { invoiceLine, total } of parts) {
    const notice = sourceOf.get(invoiceLine) ?? '';
    credited.set(notice, (credited.get(notice) ?? 0n) + total);
  }
  return credited;
}

/** Late fees that stand on invoices beside what these are for, less what was credited of them, by row id of the invoice. */
export async function feesOn(platform: Platform, invoices: readonly number[]): Promise<Map<number, bigint>> {
  const found = await inChunks(invoices, (ids) =>
    platform.rows.find<{ feeInvoice: number; fee: bigint }>(
      DUNNING_NOTICE,
      (query, column) => void query.whereIn(column('feeInvoice'), [...ids]),
      { fields: ['feeInvoice', 'fee'] },
    ),
  );
  const credited = found.length === 0 ? new Map<string, bigint>() : await creditedFees(platform, found);
  const fees = new Map<number, bigint>();
  for (const { feeInvoice, fee, documentId } of found) {
    const stands = max(0n, fee - (credited.get(documentId) ?? 0n));
    fees.set(feeInvoice, (fees.get(feeInvoice) ?? 0n) + stands);
  }
  return fees;
}
