import { broken } from '@sanya/strapi-plugin-platform/kernel';
import type { Caller, FileAnswer, Platform } from '@sanya/strapi-plugin-platform/kit';
import { totalsOf } from '../domain/cells';
import { type Sheet, writeCsv } from '../services/export/write-csv';
import { openScratch } from '../services/export/scratch';
import { XLSX_ROWS, writeXlsx } from '../services/export/write-xlsx';
import { reportRows } from '../stores/report-rows';
import { askReport, type Question } from './ask-report';
import { sayTo } from './read-report';

export type Format = 'xlsx' | 'csv';

const CONTENT_TYPE: Record<Format, string> = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
};

/** The whole report as a file. The rows are taken from the database at one moment, and written when it is free again. */
export async function exportReport(
  platform: Platform,
  caller: Caller,
  code: string,
  question: Question,
  format: Format,
): Promise<FileAnswer> {
  const { report, asked, query } = await askReport(platform, caller, code, question);
  const words = sayTo(platform, caller);
  const columns = report.columns(asked.by);
  const store = reportRows(platform, query, columns);
  const { rows, totals } = await store.totals();
  if (format === 'xlsx' && rows > XLSX_ROWS) {
    throw broken('report.too_many_rows', { field: 'format', params: { rows, most: XLSX_ROWS } });
  }

  const title = words.say(`report.${report.code}`);
  const sheet: Sheet = {
    title,
    language: caller.language,
    period: report.time === 'day' ? [asked.to] : [asked.from, asked.to],
    currency: query.currency,
    columns: columns.map((column) => ({ ...column, title: words.title(column) })),
    totals: totalsOf(totals, columns),
    totalLabel: words.say('report.total'),
  };
  const scratch = openScratch();
  try {
    await store.each((chunk) => scratch.keep(chunk.map((raw) => words.row(raw, columns))));
    const file = format === 'csv' ? await writeCsv(scratch, sheet) : await writeXlsx(scratch, sheet);
    const filename = `${[title, ...sheet.period].join(' ').replaceAll('/', '-')}.${format}`;
    return { file: { filename, contentType: CONTENT_TYPE[format], content: scratch.hand(file) } };
  } catch (error) {
    scratch.remove();
    throw error;
  }
}
