import { type CivilDate, collapseSpaces, compareDates } from '@sanya/strapi-plugin-platform/kernel';
import { bareCell, readAmount, readDay } from './cells';
import type { SheetRow } from '@sanya/strapi-plugin-platform/kit';
import { headingKey, type Layout, type Role } from './layouts';

/** One movement of a bank account. */
export interface ReadLine {
  row: number;
  date: CivilDate;
  time: string | null;
  /** What came in; below zero what went out. */
  amount: bigint;
  balance: bigint | null;
  description: string;
  reference: string | null;
  payerName: string | null;
  payerAccount: string | null;
}

export type RowProblemCode =
  | 'date_missing'
  | 'date_unreadable'
  | 'date_ahead'
  | 'amount_missing'
  | 'amount_unreadable'
  | 'both_amounts'
  | 'balance_unreadable'
  | 'balance_unlike';

/** A row that is no movement as it stands, or whose balance does not follow from the row before. */
export interface RowProblem {
  row: number;
  code: RowProblemCode;
  /** The cell as it was. */
  cell: string;
}

export interface ReadStatement {
  lines: ReadLine[];
  problems: RowProblem[];
  /** The account that the file names, digits and masks only. */
  account: string | null;
  opening: bigint | null;
  closing: bigint | null;
  /** Each balance follows from the one before; false too where the file has none. */
  continuous: boolean;
  /** Some date was of the Buddhist era. */
  buddhist: boolean;
}

const LONGEST_TEXT = 500;
const LONGEST_REFERENCE = 100;
const LONGEST_NAME = 150;

const FORWARD = /ยอดยกมา|ยกมา|brought\s*forward|b\/f|opening|beginning/i;
const TOTAL = /รวม|total|ยอดยกไป|carried|c\/f|closing|ending/i;

interface Reader {
  layout: Layout;
  currency: string;
  today: CivilDate;
}

type ReadRow = { line: ReadLine; buddhist: boolean } | { problem: RowProblem } | { opening: bigint } | undefined;

/** A masked or written account number: `123-4-56789-0`, `xxx-x-x6789-x`. */
const ACCOUNT = /(?<![\w-])[\dxX*]{3}-?[\dxX*]-?[\dxX*]{5}-?[\dxX*](?![\w-])/;

function accountIn(rows: readonly SheetRow[], layout: Layout): string | null {
  const inColumn = layout.columns.account;
  for (const { row, cells } of rows) {
    const above = row < layout.headerRow;
    const candidates = above ? cells : inColumn !== undefined && row > layout.headerRow ? [cells[inColumn] ?? ''] : [];
    for (const cell of candidates) {
      const found = ACCOUNT.exec(bareCell(cell))?.[0];
      if (found && /\d/.test(found)) return found.replaceAll('-', '').toLowerCase().replaceAll('*', 'x');
    }
    if (!above && row > layout.headerRow + 5) return null;
  }
  return null;
}

function readRow({ row, cells }: SheetRow, { layout, currency, today }: Reader): ReadRow {
  const cell = (role: Role): string => {
    const place = layout.columns[role];
    return place === undefined ? '' : bareCell(cells[place] ?? '');
  };
  const problem = (code: RowProblemCode, text: string): ReadRow => ({
    problem: { row, code, cell: text.slice(0, 80) },
  });
  const said = cells.map(bareCell).filter((text) => text !== '');
  const whole = said.join(' ');

  const parts = (['deposit', 'withdrawal', 'amount'] as const).map((role) => ({
    role,
    text: cell(role),
    value: readAmount(cell(role), currency),
  }));
  const unreadable = parts.find(({ value }) => value === undefined);
  const [deposit = 0n, withdrawal = 0n, amount = 0n] = parts.map(({ value }) => value ?? 0n);
  const moved = deposit !== 0n || withdrawal !== 0n || amount !== 0n;

  const dayCell = cell('date');
  const day = dayCell === '' ? undefined : readDay(dayCell, layout.dateOrder, today);
  if (!day) {
    // Foot notes and sums have no date, and say nothing that happened.
    if (FORWARD.test(whole)) return forward(cell('balance'), currency);
    if ((!moved && !unreadable) || TOTAL.test(whole)) return undefined;
    return problem(dayCell === '' ? 'date_missing' : 'date_unreadable', dayCell || whole);
  }
  if (unreadable) return problem('amount_unreadable', unreadable.text);
  if (!moved) {
    if (FORWARD.test(whole)) return forward(cell('balance'), currency);
    return TOTAL.test(whole) ? undefined : problem('amount_missing', whole);
  }
  if (compareDates(day.date, today) > 0) return problem('date_ahead', dayCell);
  if (deposit !== 0n && withdrawal !== 0n) return problem('both_amounts', whole);
  const balance = readAmount(cell('balance'), currency);
  if (balance === undefined) return problem('balance_unreadable', cell('balance'));
  // Withdrawals stand in their own column with or without a sign.
  const out = withdrawal < 0n ? withdrawal : -withdrawal;
  const text = (['description', 'details', 'channel'] as const).map(cell).filter((one) => one !== '');
  const short = (role: Role, most: number): string | null => collapseSpaces(cell(role)).slice(0, most) || null;
  return {
    buddhist: day.buddhist,
    line: {
      row,
      date: day.date,
      time: day.time ?? (/^\d{1,2}:\d{2}/.exec(cell('time')) ? cell('time').slice(0, 8).trim() : null),
      amount: deposit !== 0n ? deposit : withdrawal !== 0n ? out : amount,
      balance: balance !== null && cell('balanceSign') === '-' ? -balance : balance,
      description: collapseSpaces(text.join(' ')).slice(0, LONGEST_TEXT),
      reference: short('reference', LONGEST_REFERENCE),
      payerName: short('payerName', LONGEST_NAME),
      payerAccount: short('payerAccount', LONGEST_REFERENCE),
    },
  };
}

function forward(cell: string, currency: string): ReadRow {
  const opening = readAmount(cell, currency);
  return typeof opening === 'bigint' ? { opening } : undefined;
}

/** Rows whose balance does not follow from the one before. */
const breaksOf = (lines: readonly ReadLine[]): ReadLine[] =>
  lines.filter((line, index) => {
    const before = lines[index - 1]?.balance ?? null;
    return before !== null && line.balance !== null && line.balance !== before + line.amount;
  });

/** Oldest first: by the balances where the file has them, else by date and time. */
function inOrder(lines: readonly ReadLine[]): ReadLine[] {
  const reversed = [...lines].reverse();
  const [asIs, turned] = [breaksOf(lines).length, breaksOf(reversed).length];
  if (asIs !== turned) return asIs < turned ? [...lines] : reversed;
  const at = (line: ReadLine | undefined): string => `${line?.date ?? ''} ${line?.time ?? ''}`;
  return at(lines[0]) > at(lines.at(-1)) ? reversed : [...lines];
}

/** What the rows below the heading say; each row is a movement, a problem, or nothing. */
export function readStatement(
  rows: readonly SheetRow[],
  layout: Layout,
  currency: string,
  today: CivilDate,
): ReadStatement {
  const heading = layout.header.map(headingKey).join('|');
  const lines: ReadLine[] = [];
  const problems: RowProblem[] = [];
  let opening: bigint | null = null;
  let buddhist = false;
  for (const row of rows) {
    // Statements of many pages repeat their heading.
    if (row.row <= layout.headerRow || row.cells.map(headingKey).join('|') === heading) continue;
    const read = readRow(row, { layout, currency, today });
    if (!read) continue;
    if ('problem' in read) problems.push(read.problem);
    else if ('opening' in read) opening ??= read.opening;
    else {
      lines.push(read.line);
      buddhist ||= read.buddhist;
    }
  }
  const ordered = inOrder(lines);
  const [first, last] = [ordered[0], ordered.at(-1)];
  const computed = first && first.balance !== null ? first.balance - first.amount : null;
  const breaks = breaksOf(ordered);
  const whole = ordered.length > 0 && ordered.every((line) => line.balance !== null);
  const begins = opening === null || computed === null || opening === computed;
  const unlike = [...(begins || !first ? [] : [first]), ...breaks];
  problems.push(
    ...unlike.map(({ row, balance }): RowProblem => ({ row, code: 'balance_unlike', cell: String(balance ?? '') })),
  );
  return {
    lines: ordered,
    problems: problems.sort((a, b) => a.row - b.row),
    account: accountIn(rows, layout),
    opening: computed ?? opening,
    closing: last?.balance ?? null,
    continuous: whole && unlike.length === 0,
    buddhist,
  };
}
