import { createHash } from 'node:crypto';
import { badInput, conflict } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform, SheetEncoding, SheetRow } from '@sanya/strapi-plugin-platform/kit';
import { chooseAccount } from '../domain/statements/choose-account';
import { type Layout, likelyHeader, mappedLayout, type Mapping, recogniseLayout } from '../domain/statements/layouts';
import { lineKeys } from '../domain/statements/line-keys';
import { readStatement, type ReadStatement } from '../domain/statements/read-statement';
import { readRules } from '../stores/settings';
import { type KeyedLine, savedLayouts, storedKey } from '../stores/statements';

export interface StatementFile {
  name: string;
  content: Buffer;
  /** Number of the bank account, where staff said it. */
  account?: string;
  /** The columns, where they are not to be recognised. */
  mapping?: Mapping;
}

export interface OpenedStatement {
  hash: string;
  encoding: SheetEncoding;
  layout: Layout;
  /** Of a bank, a name that staff gave, or `general`. */
  layoutName: string;
  account: string;
  bank: string | null;
  currency: string;
  read: ReadStatement;
  /** Oldest first. */
  lines: KeyedLine[];
}

/** What a file shows as it is, for whoever must say which column is which. */
export interface UnknownColumns {
  encoding: SheetEncoding;
  header: readonly string[];
  sample: readonly (readonly string[])[];
}

export const MOST_LINES = 50_000;
const SAMPLE_ROWS = 8;

async function layoutOf(
  platform: Platform,
  rows: readonly SheetRow[],
  mapping: Mapping | undefined,
): Promise<{ layout: Layout; name: string } | undefined> {
  if (mapping) {
    const layout = mappedLayout(rows, mapping);
    return layout && { layout, name: 'mapped' };
  }
  // What staff mapped comes first: they knew the file.
  for (const saved of await savedLayouts(platform)) {
    const layout = mappedLayout(rows, saved);
    if (layout) return { layout, name: saved.name };
  }
  const layout = recogniseLayout(rows);
  return layout && { layout, name: layout.bank ?? 'general' };
}

/** Reads a file without storing anything: what it says, and of which account. */
export async function openStatement(
  platform: Platform,
  file: StatementFile,
): Promise<OpenedStatement | UnknownColumns> {
  const { rows, encoding } = await platform.sheets.read(file.content, 'statement');
  if (rows.length === 0) throw badInput('statement.empty', { field: 'file' });
  const found = await layoutOf(platform, rows, file.mapping);
  if (!found) {
    const header = likelyHeader(rows);
    const below = rows.filter(({ row }) => row > (header?.row ?? 0)).slice(0, SAMPLE_ROWS);
    return { encoding, header: header?.cells ?? [], sample: below.map(({ cells }) => cells) };
  }
  const rules = await readRules(platform);
  const read = readStatement(rows, found.layout, rules.currency, platform.clock.today());
  if (read.lines.length > MOST_LINES) {
    throw badInput('statement.too_long', { field: 'file', params: { lines: read.lines.length, most: MOST_LINES } });
  }
  const chosen = chooseAccount(read.account, file.account, rules.bankAccounts);
  if ('problem' in chosen) {
    throw conflict(`statement.${chosen.problem}`, { field: 'account', params: { account: chosen.written } });
  }
  const keys = lineKeys(read.lines);
  return {
    hash: createHash('sha256').update(file.content).digest('hex'),
    encoding,
    layout: found.layout,
    layoutName: found.name,
    ...chosen,
    bank: chosen.bank ?? found.layout.bank,
    currency: rules.currency,
    read,
    lines: read.lines.map((line, index) => ({ ...line, key: storedKey(keys[index] ?? '') })),
  };
}

export const isOpened = (opened: OpenedStatement | UnknownColumns): opened is OpenedStatement => 'layout' in opened;
