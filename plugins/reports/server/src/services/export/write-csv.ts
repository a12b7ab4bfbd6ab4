import fs from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Language } from '@sanya/strapi-plugin-platform/kernel';
import type { ReportColumn } from '@sanya/strapi-plugin-platform/kit';
import { csvLine, type Totals } from '../../domain/cells';
import type { Scratch } from './scratch';

/** A report to be written into a file. */
export interface Sheet {
  title: string;
  language: Language;
  /** One day, or the first and the last. */
  period: readonly string[];
  currency: string;
  columns: readonly (ReportColumn & { title: string })[];
  totals: Totals;
  totalLabel: string;
}

/** Without it Excel reads Thai as something else. */
const BYTE_ORDER_MARK = '\uFEFF';

/** Heading and rows; no totals, which a spreadsheet would add up with the rest. */
export async function writeCsv(scratch: Scratch, { columns, currency }: Sheet): Promise<string> {
  const file = scratch.path('report.csv');
  async function* lines(): AsyncGenerator<string> {
    yield BYTE_ORDER_MARK +
      csvLine(
        columns.map(({ title }) => ({ value: title })),
        currency,
      );
    for await (const row of scratch.rows()) {
      yield csvLine(
        columns.map((column) => ({ value: row[column.key] ?? null, column })),
        currency,
      );
    }
  }
  await pipeline(lines, fs.createWriteStream(file));
  return file;
}
