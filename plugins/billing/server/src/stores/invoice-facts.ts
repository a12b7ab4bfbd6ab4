import { sum } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import { ALLOCATION, ALLOCATION_LINE, CREDIT_NOTE, INVOICE, INVOICE_LINE } from '../content-types/types';
import type { RateTotal } from '../domain/coverage';
import type { InvoiceFacts, InvoiceLineFacts } from '../domain/settlement';
import { adjustedByLine, taxedBefore, taxedRows } from './documented-lines';

const INVOICE_FIELDS = [
  'number',
  'state',
  'customer',
  'branch',
  'poNumber',
  'currency',
  'issuedOn',
  'dueDate',
  'net',
  'tax',
  'total',
  'amountDue',
  'agreedTotal',
  'earlyUntil',
  'earlyDiscount',
] as const;

const LINE_FIELDS = [
  'invoice',
  'position',
  'sourceLine',
  'description',
  'unit',
  'kind',
  'taxCategory',
  'incomeKind',
  'ratePpm',
  'quantity',
  'net',
  'tax',
  'total',
  'handedOver',
] as const;

type Stored = Omit<InvoiceFacts, 'lines' | 'credited' | 'earlyDiscount'> & { earlyDiscount: bigint | null };
type StoredLine = Omit<InvoiceLineFacts, 'documentId' | 'paid' | 'taxed' | 'taxedAt' | 'adjusted' | 'adjustedTax'> & {
  invoice: number;
};

const big = (value: unknown): bigint => BigInt((value as string | number | null) ?? 0);

/** What standing allocations have settled of each line. */
async function paidByLine(platform: Platform, invoices: readonly number[]): Promise<Map<number, bigint>> {
  const { rows } = platform;
  const knex = await rows.knex();
  const of = (uid: string, attribute: string): string => `${rows.table(uid)}.${rows.column(uid, attribute)}`;
  const found = (await knex(rows.table(ALLOCATION_LINE))
    .join(rows.table(ALLOCATION), `${rows.table(ALLOCATION)}.id`, of(ALLOCATION_LINE, 'allocation'))
    .whereIn(of(ALLOCATION, 'invoice'), [...invoices])
    .where(of(ALLOCATION, 'undone'), false)
    .groupBy(of(ALLOCATION_LINE, 'invoiceLine'))
    .select({ line: of(ALLOCATION_LINE, 'invoiceLine') })
    .select(knex.raw('cast(sum(??) as bigint) as ??', [of(ALLOCATION_LINE, 'amount'), 'paid']))) as {
    line: number;
    paid: string;
  }[];
  return new Map(found.map((row) => [Number(row.line), big(row.paid)]));
}

/** What standing tax documents have taxed of each line, at each rate. */
async function taxedByLine(platform: Platform, invoices: readonly number[]): Promise<Map<number, RateTotal[]>> {
  const byLine = new Map<number, RateTotal[]>();
  for (const { line, ...total } of await taxedRows(platform, invoices)) {
    byLine.set(line, [...(byLine.get(line) ?? []), total]);
  }
  return byLine;
}

/** What standing credit notes took off invoices. */
async function creditedByInvoice({ rows }: Platform, invoices: readonly number[]): Promise<Map<number, bigint>> {
  const credited = new Map<number, bigint>();
  if (invoices.length === 0) return credited;
  const notes = await rows.find<{ invoice: number; total: bigint }>(
    CREDIT_NOTE,
    (query, column) => void query.whereIn(column('invoice'), [...invoices]).where(column('state'), 'issued'),
    { fields: ['invoice', 'total'] },
  );
  for (const { invoice, total } of notes) credited.set(invoice, (credited.get(invoice) ?? 0n) + total);
  return credited;
}

/** Invoices with their lines, and how far each line is settled, taxed and credited: eight statements, however many. */
export async function loadInvoices(platform: Platform, ids: readonly number[]): Promise<Map<number, InvoiceFacts>> {
  const { rows } = platform;
  const unique = [...new Set(ids)];
  if (unique.length === 0) return new Map();
  const invoices = await rows.byIds<Stored>(INVOICE, unique, { fields: INVOICE_FIELDS });
  const lines = await rows.find<StoredLine>(
    INVOICE_LINE,
    (query, column) => void query.whereIn(column('invoice'), unique).orderBy(column('position')).orderBy(column('id')),
    { fields: LINE_FIELDS },
  );
  const paid = await paidByLine(platform, unique);
  const taxed = await taxedByLine(platform, unique);
  const before = await taxedBefore(platform, unique);
  const adjusted = await adjustedByLine(platform, unique);
  const byInvoice = new Map<number, InvoiceLineFacts[]>();
  for (const { invoice, ...line } of lines) {
    const list = byInvoice.get(invoice) ?? [];
    const taxedAt = taxed.get(line.id) ?? [];
    list.push({
      ...line,
      paid: paid.get(line.id) ?? 0n,
      taxed: sum(taxedAt.map((one) => one.total)),
      taxedAt,
      taxedBefore: before.get(line.id) ?? 0n,
      ...(adjusted.get(line.id) ?? { adjusted: 0n, adjustedTax: 0n }),
    });
    byInvoice.set(invoice, list);
  }
  const promising = invoices.filter(({ earlyUntil }) => earlyUntil !== null).map(({ id }) => id);
  const credited = await creditedByInvoice(platform, promising);
  return new Map(
    invoices.map((invoice) => [
      invoice.id,
      {
        ...invoice,
        earlyDiscount: invoice.earlyDiscount ?? 0n,
        credited: credited.get(invoice.id) ?? 0n,
        lines: byInvoice.get(invoice.id) ?? [],
      },
    ]),
  );
}

/** Those of these invoices that promise a discount to who pays early. */
export async function promisingInvoices({ rows }: Platform, ids: readonly number[]): Promise<number[]> {
  const found = await rows.byIds<{ earlyUntil: string | null }>(INVOICE, [...new Set(ids)], { fields: ['earlyUntil'] });
  return found.flatMap(({ id, earlyUntil }) => (earlyUntil === null ? [] : [id]));
}

/** Row ids of the invoices of customers that wait for money. */
export async function openInvoiceIds(platform: Platform, customers: readonly number[]): Promise<number[]> {
  const open = await platform.rows.find(
    INVOICE,
    (query, column) =>
      void query
        .whereIn(column('customer'), [...customers])
        .where(column('state'), 'open')
        .where(column('amountDue'), '>', 0),
    { fields: [] },
  );
  return open.map((row) => row.id);
}

/** What is due on invoices afterwards, and the state that follows from it. */
export const writeBalances = (
  platform: Platform,
  invoices: readonly { id: number; amountDue: bigint; state: string }[],
): Promise<number> =>
  platform.rows.update(
    INVOICE,
    invoices.map(({ id, amountDue, state }) => ({ id, amountDue, state })),
  );

/** Row ids of the customers of invoices: read before they are locked, as an invoice never changes hands. */
export async function invoiceOwners(platform: Platform, ids: readonly number[]): Promise<number[]> {
  const rows = await platform.rows.byIds<{ customer: number }>(INVOICE, ids, { fields: ['customer'] });
  return rows.map((row) => row.customer);
}

/** How much of each line is handed over now. */
export const writeHandedOver = (
  platform: Platform,
  lines: readonly { id: number; handedOver: bigint }[],
): Promise<number> =>
  platform.rows.update(
    INVOICE_LINE,
    lines.map(({ id, handedOver }) => ({ id, handedOver })),
  );
