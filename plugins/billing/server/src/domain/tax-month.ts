import {
  badInput,
  broken,
  conflict,
  endOfMonth,
  isCivilDate,
  monthOf,
  move,
  parseCivilDate,
  sum,
} from '@sanya/strapi-plugin-platform/kernel';
import { taxMonthLife } from './lives';

export interface VatFigures {
  documents: number;
  /** Rated sales before VAT; zero-rated and exempt stand apart. */
  value: bigint;
  vat: bigint;
  zero: bigint;
  exempt: bigint;
}

export interface BranchFigures extends VatFigures {
  /** Five digits; the head office is 00000. */
  branch: string;
}

export const daysOf = (month: string): { firstDay: string; lastDay: string } => ({
  firstDay: `${month}-01`,
  lastDay: endOfMonth(`${month}-01`),
});

/** A month as it comes through a door: `2026-01`; a Buddhist year is converted. */
export function parseMonth(text: string): string {
  const read = /^\d{4}-\d{2}$/.test(text) ? parseCivilDate(`${text}-01`) : undefined;
  if (!read || !isCivilDate(read.date)) {
    throw badInput('tax_month.not_a_month', { field: 'month', params: { month: text } });
  }
  return monthOf(read.date);
}

/** Figures of a month over its branches. */
export const totalOf = (branches: readonly VatFigures[]): VatFigures => ({
  documents: branches.reduce((count, one) => count + one.documents, 0),
  value: sum(branches.map((one) => one.value)),
  vat: sum(branches.map((one) => one.vat)),
  zero: sum(branches.map((one) => one.zero)),
  exempt: sum(branches.map((one) => one.exempt)),
});

/** Whether a month is over: what is not may still bring documents every day. */
export const isOver = (month: string, today: string): boolean => month < monthOf(today);

export interface ClosingFacts {
  month: string;
  state: 'open' | 'closed';
  today: string;
  /** How much is still missing in it. */
  missing: number;
  /** Close it all the same. */
  despite: boolean;
}

/** Refuses to close a month that is not over, is closed already, or lacks documents that nobody has said to do without. */
export function closed({ month, state, today, missing, despite }: ClosingFacts): 'closed' {
  if (!isOver(month, today)) throw broken('tax_month.not_over', { field: 'month', params: { month, today } });
  if (state === 'closed') throw conflict('tax_month.already_closed', { field: 'month', params: { month } });
  if (missing > 0 && !despite) throw conflict('tax_month.something_missing', { params: { month, missing } });
  return move(taxMonthLife, state, 'close') as 'closed';
}

/** Refuses a document dated in a closed month. */
export function refuseClosed(months: ReadonlySet<string>, on: string, field?: string): void {
  if (!months.has(monthOf(on))) return;
  throw conflict('tax_month.closed', { ...(field ? { field } : {}), params: { month: monthOf(on), date: on } });
}

/** Refuses to take away what stands in a closed month: its return would say too much. */
export function refuseEnding(months: ReadonlySet<string>, documents: readonly { number: string; on: string }[]): void {
  const kept = documents.find(({ on }) => months.has(monthOf(on)));
  if (!kept) return;
  throw conflict('tax_month.closed_with', { params: { number: kept.number, month: monthOf(kept.on) } });
}

/**
 * The day of the document of a tax point: its own day, or today's where that month is closed. Such a one belongs to an
 * additional return of the month of its tax point.
 */
export const documentedOn = (
  months: ReadonlySet<string>,
  taxPoint: string,
  today: string,
): { taxDate: string; taxPointOn: string | null } =>
  months.has(monthOf(taxPoint)) ? { taxDate: today, taxPointOn: taxPoint } : { taxDate: taxPoint, taxPointOn: null };
