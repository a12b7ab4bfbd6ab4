/** One row of a sheet, with the number it has there, from 1. */
export interface SheetRow {
  row: number;
  cells: readonly string[];
}

export type SheetFormat = 'csv' | 'xlsx';

/** Files that people make and read with a spreadsheet. */
export interface Sheets {
  /** The rows of a file, text of any usual encoding or a workbook; `area` says whose words a refusal uses. */
  read(content: Buffer, area: string): Promise<{ rows: SheetRow[]; encoding: string }>;
  /** A file of texts: none of them is taken for a formula. */
  write(format: SheetFormat, lines: readonly (readonly string[])[]): Promise<Buffer>;
}
