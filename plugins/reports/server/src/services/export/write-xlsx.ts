import { setImmediate } from 'node:timers/promises';
import { decimalsOf, formatDate } from '@sanya/strapi-plugin-platform/kernel';
import type { CellValue } from 'exceljs';
import { type Cell, isTotalled, plainMoney } from '../../domain/cells';
import type { Scratch } from './scratch';
import type { Sheet } from './write-csv';

/** A sheet has 1,048,576 rows; title, period, heading and totals are among them. */
export const XLSX_ROWS = 1_048_570;

const HEADING_ROW = 4;
/** Now and then the packer gets its turn, or what is not packed yet would pile up. */
const REST_AFTER = 500;
/** Written with the Buddhist year where the report is Thai. */
const DATE_FORMAT = { th: '[$-1070000]d/m/yyyy;@', en: 'd/m/yyyy' };
const WIDTH = { money: 16, quantity: 12, count: 10, date: 12, month: 10, text: 24, word: 22 };

type SheetColumn = Sheet['columns'][number];

function formatOf({ type }: SheetColumn, { currency, language }: Sheet): string | undefined {
  const decimals = decimalsOf(currency);
  if (type === 'money') return decimals === 0 ? '#,##0' : `#,##0.${'0'.repeat(decimals)}`;
  if (type === 'quantity') return '#,##0.###';
  if (type === 'count') return '#,##0';
  return type === 'date' ? DATE_FORMAT[language] : undefined;
}

/** A cell in the kind that it is: amounts are numbers, days are days; a text stays one, whatever it looks like. */
function valueOf(value: Cell, { type }: SheetColumn, currency: string): CellValue {
  if (value === null || value === '') return null;
  if (type === 'money') return Number(plainMoney(String(value), currency));
  if (type === 'quantity' || type === 'count') return Number(value);
  if (type === 'date') return new Date(`${value}T00:00:00Z`);
  return String(value);
}

/** Excel takes neither these characters nor more than 31 in the name of a sheet. */
const sheetName = (title: string): string => title.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31);

/** Title, period, heading, rows and totals. */
export async function writeXlsx(scratch: Scratch, sheet: Sheet): Promise<string> {
  const { columns, currency, language, period, title, totals } = sheet;
  const { default: excel } = await import('exceljs');
  const file = scratch.path('report.xlsx');
  const workbook = new excel.stream.xlsx.WorkbookWriter({ filename: file, useStyles: true, useSharedStrings: false });
  const page = workbook.addWorksheet(sheetName(title), { views: [{ state: 'frozen', ySplit: HEADING_ROW }] });
  page.columns = columns.map((column) => ({
    width: WIDTH[column.type],
    style: { numFmt: formatOf(column, sheet) ?? 'General' },
  }));
  const strong = (cells: CellValue[]): void => {
    const row = page.addRow(cells);
    row.font = { bold: true };
    row.commit();
  };

  strong([title]);
  page.addRow([`${period.map((day) => formatDate(day, language)).join(' – ')} · ${currency}`]).commit();
  page.addRow([]).commit();
  strong(columns.map((column) => column.title));
  let written = 0;
  for await (const row of scratch.rows()) {
    page.addRow(columns.map((column) => valueOf(row[column.key] ?? null, column, currency))).commit();
    written += 1;
    if (written % REST_AFTER === 0) await setImmediate();
  }
  if (columns.some(isTotalled)) {
    strong(
      columns.map((column, index) =>
        isTotalled(column)
          ? valueOf(totals[column.key] ?? null, column, currency)
          : index === 0
            ? sheet.totalLabel
            : null,
      ),
    );
  }
  await workbook.commit();
  return file;
}
