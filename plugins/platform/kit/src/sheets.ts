/** One row of a sheet, with the number it has there, from 1. */
export interface SheetRow {
  row: number;
  cells: readonly string[];
}

/** As which a file was read. */
export type SheetEncoding = 'utf-8' | 'utf-16le' | 'windows-874' | 'xlsx';

export type SheetFormat = 'csv' | 'xlsx';

/** Files that people make and read with a spreadsheet. */
export interface Sheets {
  /** The rows of a file, text of any usual encoding or a workbook; `area` says whose words a refusal uses. */
  read(content: Buffer, area: string): Promise<{ rows: SheetRow[]; encoding: SheetEncoding }>;
  /** A file of texts: none of them is taken for a formula. */
  write(format: SheetFormat, lines: readonly (readonly string[])[]): Promise<Buffer>;
}
