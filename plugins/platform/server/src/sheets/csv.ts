import type { SheetRow } from '../../../kit/src/sheets';

const DELIMITERS = [',', ';', '\t', '|'];

/** What stands between most cells of the first lines, outside quotes. */
function delimiterOf(text: string): string {
  const sample = text.slice(0, 20_000).replace(/"[^"]*"/g, '');
  const counts = DELIMITERS.map((one) => sample.split(one).length);
  return DELIMITERS[counts.indexOf(Math.max(...counts))] ?? ',';
}

/**
 * Cells of a text whose rows are lines and whose cells may be quoted (RFC 4180); rows without any content are left out,
 * the others keep their numbers. A quote inside a cell that did not begin with one is just a quote.
 */
export function parseCsv(text: string): SheetRow[] {
  const delimiter = delimiterOf(text);
  const rows: SheetRow[] = [];
  let cells: string[] = [];
  let cell = '';
  let quoted = false;
  let begun = false;
  let row = 1;
  const endCell = (): void => {
    cells.push(cell);
    cell = '';
    begun = false;
  };
  const endRow = (): void => {
    endCell();
    if (cells.some((one) => one.trim() !== '')) rows.push({ row, cells });
    cells = [];
    row += 1;
  };
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? '';
    if (quoted) {
      if (character !== '"') cell += character;
      else if (text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else quoted = false;
    } else if (character === '"' && !begun) {
      quoted = true;
      begun = true;
    } else if (character === delimiter) endCell();
    else if (character === '\n') endRow();
    else if (character !== '\r') {
      cell += character;
      begun = true;
    }
  }
  endRow();
  return rows;
}
