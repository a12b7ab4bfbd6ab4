import { addMonths, conflict, monthOf, move, startOfMonth } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform, Ref } from '@sanya/strapi-plugin-platform/kit';
import { TAX_MONTH } from '../content-types/types';
import { taxMonthLife } from '../domain/lives';
import { type BranchFigures, closed, daysOf, isOver, totalOf, type VatFigures } from '../domain/tax-month';
import { lateByMonth, type MissingOfMonth, missingIn } from '../stores/missing-tax';
import { lockTaxMonth, readTaxMonths, type TaxMonth, vatByMonth, writeTaxMonth } from '../stores/tax-months';

/** How many months back the list goes. */
const MONTHS_SHOWN = 36;

export interface TaxMonthView extends VatFigures {
  month: string;
  /** Null: it was never closed. */
  documentId: string | null;
  state: 'open' | 'closed';
  /** A month that is not over cannot be closed. */
  over: boolean;
  currency: string;
  closedAt: string | null;
  closedBy: string | null;
  reopenedAt: string | null;
  reopenReason: string | null;
  /** Documents of tax points in it that bear a later day, and how many of them no additional return has taken up. */
  late: { documents: number; tax: bigint; waiting: number };
}

export interface TaxMonthDetail extends TaxMonthView {
  branches: BranchFigures[];
  missing: MissingOfMonth[];
}

const NONE = { documents: 0, tax: 0n, waiting: 0 };

/** A closed month says what was reported; an open one what the documents say now. */
function viewOf(
  month: string,
  row: (TaxMonth & Ref) | undefined,
  live: VatFigures,
  more: { today: string; currency: string; late: TaxMonthView['late'] | undefined },
): TaxMonthView {
  const { documents, value, vat, zero, exempt } = row?.state === 'closed' ? row : live;
  return {
    month,
    documentId: row?.documentId ?? null,
    state: row?.state ?? 'open',
    over: isOver(month, more.today),
    ...{ documents, value, vat, zero, exempt },
    currency: row?.state === 'closed' ? row.currency : more.currency,
    closedAt: row?.state === 'closed' ? row.closedAt : null,
    closedBy: row?.state === 'closed' ? row.closedBy : null,
    reopenedAt: row?.reopenedAt ?? null,
    reopenReason: row?.reopenReason ?? null,
    late: more.late ?? NONE,
  };
}

/** The months since the first document, the latest first; at most three years. */
export async function listTaxMonths(platform: Platform): Promise<TaxMonthView[]> {
  const today = platform.clock.today();
  const from = startOfMonth(addMonths(startOfMonth(today), 1 - MONTHS_SHOWN));
  const { currency, rows } = await vatByMonth(platform, from, today);
  const late = await lateByMonth(platform, from, today);
  const all = Array.from({ length: MONTHS_SHOWN }, (_, back) => monthOf(addMonths(startOfMonth(today), -back)));
  const known = await readTaxMonths(platform, all);
  const first = [...rows.map((row) => row.month), ...known.map((row) => row.month), monthOf(today)].sort()[0] ?? '';
  return all
    .filter((month) => month >= first)
    .map((month) =>
      viewOf(
        month,
        known.find((row) => row.month === month),
        totalOf(rows.filter((row) => row.month === month)),
        { today, currency, late: late.get(month) },
      ),
    );
}

const frozenBranches = (row: TaxMonth): BranchFigures[] =>
  (row.branches ?? []).map(({ value, vat, zero, exempt, ...one }) => ({
    ...one,
    ...{ value: BigInt(value), vat: BigInt(vat), zero: BigInt(zero), exempt: BigInt(exempt) },
  }));

/** One month with its branches and what is still missing in it: what closing it would report. */
export async function readTaxMonth(platform: Platform, month: string): Promise<TaxMonthDetail> {
  const today = platform.clock.today();
  const { firstDay, lastDay } = daysOf(month);
  const [row] = await readTaxMonths(platform, [month]);
  const { currency, rows } = await vatByMonth(platform, firstDay, lastDay);
  const late = await lateByMonth(platform, firstDay, lastDay);
  const live = rows.map(({ month: _, ...branch }) => branch);
  const view = viewOf(month, row, totalOf(live), { today, currency, late: late.get(month) });
  return {
    ...view,
    branches: row?.state === 'closed' ? frozenBranches(row) : live,
    missing: view.state === 'open' ? await missingIn(platform, month) : [],
  };
}

/**
 * Closes a month after its VAT return and freezes its figures. Nothing is dated in it from then on: whoever writes a
 * document at the same moment has finished and is in the figures, or comes after and is refused.
 */
export const closeTaxMonth = (platform: Platform, month: string, despite: boolean): Promise<TaxMonthDetail> =>
  platform.transaction(async () => {
    const row = await lockTaxMonth(platform, month);
    const { branches, currency, missing, ...now } = await readTaxMonth(platform, month);
    const state = closed({
      month,
      state: row?.state ?? 'open',
      today: platform.clock.today(),
      missing: missing.length,
      despite,
    });
    const { documents, value, vat, zero, exempt } = now;
    const figures = { documents, value, vat, zero, exempt };
    const closedAt = platform.clock.now();
    const closedBy = platform.caller().name;
    const ref = await writeTaxMonth(platform, month, row, {
      ...{ state, currency, ...figures, branches, closedAt, closedBy },
    });
    await platform.events.record([eventOf('tax_month.closed', ref, { month, ...figures, missing: missing.length })]);
    return { ...now, documentId: ref.documentId, state, currency, branches, missing: [], closedAt, closedBy };
  });

/** Opens a closed month again, for an additional return. What it reported stays in the log. */
export const reopenTaxMonth = (platform: Platform, month: string, reason: string): Promise<TaxMonthDetail> =>
  platform.transaction(async () => {
    const row = await lockTaxMonth(platform, month);
    if (row?.state !== 'closed') throw conflict('tax_month.not_closed', { field: 'month', params: { month } });
    const reopenedAt = platform.clock.now();
    const reopenedBy = platform.caller().name;
    await writeTaxMonth(platform, month, row, {
      ...{ state: move(taxMonthLife, row.state, 'reopen'), reopenedAt, reopenedBy, reopenReason: reason },
    });
    const { documents, value, vat, zero, exempt } = row;
    await platform.events.record([
      eventOf('tax_month.reopened', row, { month, reason, documents, value, vat, zero, exempt }),
    ]);
    return readTaxMonth(platform, month);
  });

const eventOf = (name: string, { id, documentId }: Ref, after: Record<string, unknown>) => ({
  name,
  subject: { type: TAX_MONTH, id, documentId },
  after,
});
