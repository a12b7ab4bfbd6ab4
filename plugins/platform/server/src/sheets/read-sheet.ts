import { badInput, withoutKeptMarks } from '../../../kernel/src';
import type { SheetEncoding, SheetRow } from '../../../kit/src/sheets';
import { parseCsv } from './csv';
import { decodeText } from './decode-text';

export interface Sheet {
  rows: SheetRow[];
  encoding: SheetEncoding;
}

/** A workbook is a packed folder; unpacked it is many times as large. */
const LARGEST_WORKBOOK = 4 * 1024 * 1024;

const isWorkbook = (content: Buffer): boolean => content.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004';

/** Numbers of a workbook are binary fractions: what was typed is the shortest that reads the same. */
const numberText = (value: number): string => String(Number(value.toFixed(6)));

interface Cell {
  value: unknown;
  isMerged: boolean;
  master: unknown;
}

function cellText(cell: Cell): string {
  // A merged cell says the same in each of its places.
  if (cell.isMerged && cell.master !== cell) return '';
  const { value } = cell;
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 19).replace('T00:00:00', '');
  if (typeof value === 'number') return numberText(value);
  if (typeof value !== 'object') return String(value);
  const { result, richText, text } = value as { result?: unknown; richText?: { text: string }[]; text?: unknown };
  if (richText) return richText.map((part) => part.text).join('');
  if (result instanceof Date) return result.toISOString().slice(0, 10);
  if (typeof result === 'number') return numberText(result);
  return typeof result === 'string' ? result : typeof text === 'string' ? text : '';
}

async function workbookRows(content: Buffer, area: string): Promise<SheetRow[]> {
  if (content.length > LARGEST_WORKBOOK) throw badInput(`${area}.workbook_too_large`, { field: 'file' });
  const { default: excel } = await import('exceljs');
  const workbook = new excel.Workbook();
  try {
    await workbook.xlsx.load(content as never);
  } catch {
    throw badInput(`${area}.unreadable`, { field: 'file' });
  }
  const sheet = workbook.worksheets.find(({ actualRowCount }) => actualRowCount > 0);
  const rows: SheetRow[] = [];
  sheet?.eachRow((row, number) => {
    const cells: string[] = [];
    row.eachCell({ includeEmpty: true }, (cell) => void cells.push(cellText(cell as never)));
    rows.push({ row: number, cells });
  });
  return rows;
}

const unmarked = ({ row, cells }: SheetRow): SheetRow => ({ row, cells: cells.map(withoutKeptMarks) });

/** The rows of a file: text of any usual encoding, or a workbook. A refusal is said in the words of `area`. */
export async function readSheet(content: Buffer, area: string): Promise<Sheet> {
  if (content.length === 0) throw badInput(`${area}.empty`, { field: 'file' });
  if (isWorkbook(content)) return { rows: (await workbookRows(content, area)).map(unmarked), encoding: 'xlsx' };
  const decoded = decodeText(content);
  if (!decoded) throw badInput(`${area}.unreadable`, { field: 'file' });
  return { rows: parseCsv(decoded.text).map(unmarked), encoding: decoded.encoding };
}
