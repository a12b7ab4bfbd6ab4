import { formatMoney, formatQuantity } from '@sanya/strapi-plugin-platform/kernel';
import type { ReportColumn } from '@sanya/strapi-plugin-platform/kit';

/** A value as the database gives it: amounts as text of whole numbers. */
export type RawCell = string | number | null;
/** As the door answers: money in minor units as text, quantities as decimals, words said. */
export type Cell = string | number | null;

export type Totals = Record<string, NonNullable<Cell>>;

export const isAmount = ({ type }: ReportColumn): boolean =>
  type === 'money' || type === 'quantity' || type === 'count';

/** Columns whose values are added up. */
export const isTotalled = (column: ReportColumn): boolean => isAmount(column) && column.total !== false;

/** `say` answers the code itself where there is no such message: then the value is shown as it is. */
export function cellOf(raw: RawCell, column: ReportColumn, say: (code: string) => string): Cell {
  if (raw === null) return null;
  switch (column.type) {
    case 'money':
      return String(raw);
    case 'quantity':
      return formatQuantity(BigInt(raw));
    case 'count':
      return Number(raw);
    case 'word': {
      if (raw === '') return '';
      const code = `${column.words}.${raw}`;
      const said = say(code);
      return said === code ? String(raw) : said;
    }
    default:
      return String(raw);
  }
}

/** Totals as they are answered: only of columns that are added up. */
export const totalsOf = (raw: Record<string, string>, columns: readonly ReportColumn[]): Totals =>
  Object.fromEntries(
    columns
      .filter(isTotalled)
      .map((column) => [column.key, cellOf(raw[column.key] ?? '0', column, (code) => code) ?? 0]),
  );

/** `107000` satang as `1070.00`: for a spreadsheet, without thousands. */
export const plainMoney = (minor: string, currency: string): string => formatMoney(minor, currency).replaceAll(',', '');

/**
 * A text that a spreadsheet would take for a formula is kept from it by an apostrophe (OWASP, CSV injection): a customer
 * may be called `=HYPERLINK(…)`.
 */
export const withoutFormula = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** One line of a CSV file. */
export function csvLine(cells: readonly { value: Cell; column?: ReportColumn }[], currency: string): string {
  const texts = cells.map(({ value, column }) => {
    if (value === null) return '';
    if (column?.type === 'money') return plainMoney(String(value), currency);
    if (column && isAmount(column)) return String(value);
    return quoted(withoutFormula(String(value)));
  });
  return `${texts.join(',')}\r\n`;
}
