import { monthOf } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform, Ref } from '@sanya/strapi-plugin-platform/kit';
import { TAX_MONTHS_LOCK } from '../content-types/tax-month-constraints';
import { TAX_MONTH } from '../content-types/types';
import { type BranchFigures, daysOf } from '../domain/tax-month';
import { outputVatReport } from './reports/output-vat';

export interface TaxMonth {
  month: string;
  state: 'open' | 'closed';
  currency: string;
  documents: number;
  value: bigint;
  vat: bigint;
  zero: bigint;
  exempt: bigint;
  branches:
    | (Omit<BranchFigures, 'value' | 'vat' | 'zero' | 'exempt'> & Record<'value' | 'vat' | 'zero' | 'exempt', string>)[]
    | null;
  closedAt: string | null;
  closedBy: string | null;
  reopenedAt: string | null;
  reopenedBy: string | null;
  reopenReason: string | null;
}

/** Whoever writes documents shares it: before numbers are taken, so that none waits for a number and a closing at once. */
export const holdTaxMonths = (platform: Platform): Promise<void> => platform.hold(TAX_MONTHS_LOCK, 'shared');

/**
 * Which months of these days are closed, held so until the transaction ends: no month closes under a document that is
 * being written. Comes after the lock of customers and before numbers are taken.
 */
export async function closedMonths(platform: Platform, days: readonly string[]): Promise<ReadonlySet<string>> {
  await holdTaxMonths(platform);
  const months = [...new Set(days.map(monthOf))].filter((month) => month !== monthOf(platform.clock.today()));
  // A month that is under way is never closed.
  if (months.length === 0) return new Set();
  const rows = await platform.rows.find<{ month: string }>(
    TAX_MONTH,
    (query, column) => void query.whereIn(column('month'), months).where(column('state'), 'closed'),
    { fields: ['month'] },
  );
  return new Set(rows.map((row) => row.month));
}

export const readTaxMonths = (platform: Platform, months: readonly string[]): Promise<(TaxMonth & Ref)[]> =>
  platform.rows.find<TaxMonth>(TAX_MONTH, (query, column) => void query.whereIn(column('month'), [...months]));

/** A month to be changed: nobody writes a document of any month meanwhile, and who wrote one has finished. */
export async function lockTaxMonth(platform: Platform, month: string): Promise<(TaxMonth & Ref) | undefined> {
  await platform.hold(TAX_MONTHS_LOCK, 'alone');
  const [row] = await readTaxMonths(platform, [month]);
  return row;
}

/** Writes a month that has a row, or makes its row. */
export async function writeTaxMonth(
  platform: Platform,
  month: string,
  known: Ref | undefined,
  change: Record<string, unknown>,
): Promise<Ref> {
  if (known) {
    await platform.rows.update(TAX_MONTH, [{ id: known.id, ...change }]);
    return known;
  }
  const [ref] = await platform.rows.insert(TAX_MONTH, [{ month, ...daysOf(month), ...change }]);
  if (!ref) throw new Error('A tax month was not written');
  return ref;
}

interface FigureRow {
  branch: string;
  month: string;
  documents: string | number;
  value: string;
  vat: string;
  zero: string;
  exempt: string;
}

/** Output VAT by month and branch, from the documents: what the report of those days adds up to. */
export async function vatByMonth(
  platform: Platform,
  from: string,
  to: string,
): Promise<{ currency: string; rows: (BranchFigures & { month: string })[] }> {
  const query = await outputVatReport(platform, { from, to, by: 'month' });
  const amounts = ['value', 'vat', 'zero', 'exempt'].map((key) => `cast(r."${key}" as text) as "${key}"`);
  const rows = await platform.rows.ask<FigureRow>(
    `select r."branch", r."month", r."documents", ${amounts.join(', ')} from (${query.sql}) r order by ${query.order}`,
    query.bindings,
  );
  return {
    currency: query.currency,
    rows: rows.map(({ branch, month, documents, value, vat, zero, exempt }) => ({
      branch,
      month,
      documents: Number(documents),
      value: BigInt(value),
      vat: BigInt(vat),
      zero: BigInt(zero),
      exempt: BigInt(exempt),
    })),
  };
}
