import type { SheetFormat } from '../../../kit/src/sheets';

/** Without it Excel reads Thai as something else. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * A text that a spreadsheet would take for a formula is kept from it by an apostrophe (OWASP, CSV injection): a product
 * may be called `=HYPERLINK(…)`. A workbook says of each cell that it is text.
 */
const withoutFormula = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

export async function writeSheet(format: SheetFormat, lines: readonly (readonly string[])[]): Promise<Buffer> {
  if (format === 'csv') {
    const text = lines.map((cells) => cells.map((cell) => quoted(withoutFormula(cell))).join(',')).join('\r\n');
    return Buffer.from(`${BYTE_ORDER_MARK}${text}\r\n`);
  }
  const { default: excel } = await import('exceljs');
  const workbook = new excel.Workbook();
  const page = workbook.addWorksheet('1', { views: [{ state: 'frozen', ySplit: 1 }] });
  page.addRows(lines.map((cells) => [...cells]));
  page.columns.forEach((column) => Object.assign(column, { width: 18, numFmt: '@' }));
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
