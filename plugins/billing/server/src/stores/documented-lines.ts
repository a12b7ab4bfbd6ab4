import { spread } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import {
  ALLOCATION,
  ALLOCATION_LINE,
  CREDIT_NOTE,
  CREDIT_NOTE_LINE,
  DEBIT_NOTE,
  DEBIT_NOTE_LINE,
  TAX_INVOICE,
  TAX_INVOICE_LINE,
} from '../content-types/types';

/** A part of an invoice line that no tax document of the invoice will name. `adjusted` includes `adjustedTax`. */
interface Adjusted {
  adjusted: bigint;
  adjustedTax: bigint;
}

/** What of each line of invoices an advance pays, which its own tax invoice has taxed. */
async function depositedByLine(
  { rows }: Platform,
  invoices: readonly number[],
): Promise<(Adjusted & { line: number })[]> {
  const knex = await rows.knex();
  const of = (uid: string, attribute: string): string => `${rows.table(uid)}.${rows.column(uid, attribute)}`;
  const found = (await knex(rows.table(ALLOCATION_LINE))
    .join(rows.table(ALLOCATION), `${rows.table(ALLOCATION)}.id`, of(ALLOCATION_LINE, 'allocation'))
    .whereIn(of(ALLOCATION, 'invoice'), [...invoices])
    .where(of(ALLOCATION, 'undone'), false)
    .whereNotNull(of(ALLOCATION, 'deposit'))
    .orderBy(of(ALLOCATION_LINE, 'id'))
    .select({
      allocation: `${rows.table(ALLOCATION)}.id`,
      tax: of(ALLOCATION, 'depositedTax'),
      line: of(ALLOCATION_LINE, 'invoiceLine'),
      amount: of(ALLOCATION_LINE, 'amount'),
    })) as { allocation: number; tax: string; line: number; amount: string }[];
  const allocations = [...new Set(found.map(({ allocation }) => allocation))];
  return allocations.flatMap((one) => {
    const parts = found.filter(({ allocation }) => allocation === one);
    const amounts = parts.map(({ amount }) => BigInt(amount));
    const taxes = spread(BigInt(parts[0]?.tax ?? 0), amounts);
    return parts.map(({ line }, index) => ({
      line: Number(line),
      adjusted: amounts[index] ?? 0n,
      adjustedTax: taxes[index] ?? 0n,
    }));
  });
}

/** What of each line of invoices is credited outside of tax documents, or was taxed with an advance. */
export async function adjustedByLine(platform: Platform, invoices: readonly number[]): Promise<Map<number, Adjusted>> {
  const { rows } = platform;
  const knex = await rows.knex();
  const of = (uid: string, attribute: string): string => `${rows.table(uid)}.${rows.column(uid, attribute)}`;
  const found = (await knex(rows.table(CREDIT_NOTE_LINE))
    .join(rows.table(CREDIT_NOTE), `${rows.table(CREDIT_NOTE)}.id`, of(CREDIT_NOTE_LINE, 'creditNote'))
    .whereIn(of(CREDIT_NOTE, 'invoice'), [...invoices])
    .where(of(CREDIT_NOTE, 'state'), 'issued')
    .whereNull(of(CREDIT_NOTE_LINE, 'taxInvoice'))
    .whereNull(of(CREDIT_NOTE_LINE, 'debitNote'))
    .groupBy(of(CREDIT_NOTE_LINE, 'invoiceLine'))
    .select({ line: of(CREDIT_NOTE_LINE, 'invoiceLine') })
    .select(knex.raw('cast(sum(??) as bigint) as ??', [of(CREDIT_NOTE_LINE, 'total'), 'adjusted']))
    .select(knex.raw('cast(sum(??) as bigint) as ??', [of(CREDIT_NOTE_LINE, 'tax'), 'vat']))) as {
    line: number;
    adjusted: string;
    vat: string;
  }[];
  const credited = found.map(({ line, adjusted, vat }) => ({
    line: Number(line),
    adjusted: BigInt(adjusted),
    adjustedTax: BigInt(vat),
  }));
  const sums = new Map<number, Adjusted>();
  for (const { line, adjusted, adjustedTax } of [...credited, ...(await depositedByLine(platform, invoices))]) {
    const before = sums.get(line) ?? { adjusted: 0n, adjustedTax: 0n };
    sums.set(line, { adjusted: before.adjusted + adjusted, adjustedTax: before.adjustedTax + adjustedTax });
  }
  return sums;
}

/** What of each line of invoices standing tax invoices name that were taken over with them. */
export async function taxedBefore({ rows }: Platform, invoices: readonly number[]): Promise<Map<number, bigint>> {
  const knex = await rows.knex();
  const of = (uid: string, attribute: string): string => `${rows.table(uid)}.${rows.column(uid, attribute)}`;
  const found = (await knex(rows.table(TAX_INVOICE_LINE))
    .join(rows.table(TAX_INVOICE), `${rows.table(TAX_INVOICE)}.id`, of(TAX_INVOICE_LINE, 'taxInvoice'))
    .whereIn(of(TAX_INVOICE, 'invoice'), [...invoices])
    .whereNotNull(of(TAX_INVOICE, 'takenOverOn'))
    .where(of(TAX_INVOICE, 'state'), 'issued')
    .groupBy(of(TAX_INVOICE_LINE, 'invoiceLine'))
    .select({ line: of(TAX_INVOICE_LINE, 'invoiceLine') })
    .select(knex.raw('cast(sum(??) as bigint) as ??', [of(TAX_INVOICE_LINE, 'total'), 'taxed']))) as {
    line: number;
    taxed: string;
  }[];
  return new Map(found.map(({ line, taxed }) => [Number(line), BigInt(taxed)]));
}

interface TaxedRow {
  line: number;
  ratePpm: number;
  total: bigint;
  tax: bigint;
}

/** What standing tax documents, tax invoices and debit notes, have taxed of each line of invoices, at each rate. */
export async function taxedRows(platform: Platform, invoices: readonly number[]): Promise<TaxedRow[]> {
  const { rows } = platform;
  const knex = await rows.knex();
  const read = async (note: string, line: string, names: { invoice: string; note: string; line: string }) => {
    const of = (uid: string, attribute: string): string => `${rows.table(uid)}.${rows.column(uid, attribute)}`;
    return (await knex(rows.table(line))
      .join(rows.table(note), `${rows.table(note)}.id`, of(line, names.note))
      .whereIn(of(note, names.invoice), [...invoices])
      .where(of(note, 'state'), 'issued')
      .whereNotNull(of(line, 'taxInvoice'))
      .groupBy(of(line, names.line), of(line, 'ratePpm'))
      .select({ line: of(line, names.line), rate: of(line, 'ratePpm') })
      .select(knex.raw('cast(sum(??) as bigint) as ??', [of(line, 'total'), 'taxed']))
      .select(knex.raw('cast(sum(??) as bigint) as ??', [of(line, 'tax'), 'vat']))) as {
      line: number;
      rate: number;
      taxed: string;
      vat: string;
    }[];
  };
  const found = [
    ...(await read(TAX_INVOICE, TAX_INVOICE_LINE, { invoice: 'invoice', note: 'taxInvoice', line: 'invoiceLine' })),
    ...(await read(DEBIT_NOTE, DEBIT_NOTE_LINE, { invoice: 'payable', note: 'debitNote', line: 'payableLine' })),
  ];
  return found.map(({ line, rate, taxed, vat }) => ({
    line: Number(line),
    ratePpm: Number(rate),
    total: BigInt(taxed),
    tax: BigInt(vat),
  }));
}
