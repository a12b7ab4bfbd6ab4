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

/** What of each line of invoices an advance pays, which its own tax invoice has taxed. */
async function depositedByLine({ rows }: Platform, invoices: readonly number[]) {
  const knex = await rows.knex();
  const of = (uid: string, attribute: string): string => `${rows.table(uid)}.${rows.column(uid, attribute)}`;
  const found = (await knex(rows.table(ALLOCATION_LINE))
    .join(rows.table(ALLOCATION), `${rows.table(ALLOCATION)}.id`, of(ALLOCATION_LINE, 'allocation'))
    .whereIn(of(ALLOCATION, 'invoice'), [...invoices])
    .where(of(ALLOCATION, 'undone'), false)
    .whereNotNull(of(ALLOCATION, 'deposit'))
    .groupBy(of(ALLOCATION_LINE, 'invoiceLine'))
    .select({ line: of(ALLOCATION_LINE, 'invoiceLine') })
    .select(knex.raw('cast(sum(??) as bigint) as ??', [of(ALLOCATION_LINE, 'amount'), 'deposited']))) as {
    line: number;
    deposited: string;
  }[];
  return found.map(({ line, deposited }) => ({ line: Number(line), amount: BigInt(deposited) }));
}

/** What of each line of invoices is credited outside of tax documents, or was taxed with an advance. */
export async function adjustedByLine(platform: Platform, invoices: readonly number[]): Promise<Map<number, bigint>> {
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
    .select(knex.raw('cast(sum(??) as bigint) as ??', [of(CREDIT_NOTE_LINE, 'total'), 'adjusted']))) as {
    line: number;
    adjusted: string;
  }[];
  const adjusted = new Map(found.map((row) => [Number(row.line), BigInt(row.adjusted)]));
  for (const { line, amount } of await depositedByLine(platform, invoices)) {
    adjusted.set(line, (adjusted.get(line) ?? 0n) + amount);
  }
  return adjusted;
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
