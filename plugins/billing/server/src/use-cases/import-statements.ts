import { badInput, broken, sum } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform, Ref } from '@sanya/strapi-plugin-platform/kit';
import { BANK_STATEMENT } from '../content-types/types';
import { insertLines, insertStatement, knownLines, saveLayout } from '../stores/statements';
import { matchStatementLines } from './match-statement-lines';
import { isOpened, type OpenedStatement, openStatement, type StatementFile } from './open-statement';

export interface ImportWish extends StatementFile {
  /** Keeps the mapping by this name. */
  saveAs?: string;
  /** Stores what could be read although some rows could not. */
  skipUnreadable?: boolean;
}

export interface ImportedStatement {
  statement: Ref;
  /** How many lines of the file are stored by it, and how many were known already. */
  written: number;
  known: number;
}

function refuseProblems({ read, lines }: OpenedStatement, skipUnreadable: boolean): void {
  const [first] = read.problems;
  if (first && !skipUnreadable) {
    throw broken('statement.rows_unreadable', {
      field: 'file',
      params: { count: read.problems.length, row: first.row, reason: { words: [`statement.row.${first.code}`] } },
    });
  }
  if (lines.length === 0) throw badInput('statement.no_lines', { field: 'file' });
}

/** Somebody stored some of the lines at the same moment: what was written is undone, and done again with what is known now. */
class Overtaken extends Error {}

async function store(platform: Platform, name: string, opened: OpenedStatement): Promise<ImportedStatement> {
  const { account, currency, lines, read } = opened;
  const known = await knownLines(
    platform,
    account,
    lines.map(({ key }) => key),
  );
  const fresh = lines.filter(({ key }) => !known.has(key));
  const old = lines.filter(({ key }) => known.has(key));
  const earlier = async (statement: number | undefined): Promise<Ref> => {
    const [row] = await platform.rows.byIds(BANK_STATEMENT, [statement ?? 0], { fields: [] });
    if (!row) throw new Error('A known line is of no statement');
    return { id: row.id, documentId: row.documentId };
  };
  if (fresh.length === 0) {
    return { statement: await earlier(known.get(lines.at(-1)?.key ?? '')), written: 0, known: lines.length };
  }
  const statement = await insertStatement(platform, {
    account,
    bank: opened.bank,
    layout: opened.layoutName,
    fileName: name.slice(0, 200),
    fileHash: opened.hash,
    from: lines[0]?.date ?? '',
    to: lines.at(-1)?.date ?? '',
    currency,
    opening: read.opening,
    closing: read.closing,
    continuous: read.continuous,
    lineCount: fresh.length,
    knownCount: old.length,
    knownAmount: sum(old.map(({ amount }) => amount)),
    skippedCount: read.problems.length,
  });
  const { incoming, written } = await insertLines(platform, statement.id, opened, fresh);
  if (written < fresh.length) throw new Overtaken();
  await platform.events.record([
    {
      name: 'statement.imported',
      subject: { type: BANK_STATEMENT, ...statement },
      after: { account, from: lines[0]?.date, to: lines.at(-1)?.date, lines: written, known: old.length },
    },
  ]);
  await matchStatementLines(platform, incoming);
  return { statement, written, known: old.length };
}

const TRIES = 3;

/**
 * Stores a statement: the lines that are not known yet, with what they may be of. All of it or nothing; where all is known,
 * the statement that has it.
 */
export async function importStatement(platform: Platform, wish: ImportWish): Promise<ImportedStatement> {
  const opened = await openStatement(platform, wish);
  if (!isOpened(opened)) {
    throw badInput('statement.columns_unknown', {
      field: 'mapping',
      params: { header: opened.header.filter(Boolean).join(', ').slice(0, 200) },
    });
  }
  refuseProblems(opened, wish.skipUnreadable === true);
  const { mapping, saveAs } = wish;
  const named = mapping && saveAs ? { ...opened, layoutName: saveAs } : opened;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await platform.transaction(async () => {
        if (mapping && saveAs) await saveLayout(platform, saveAs, mapping);
        return store(platform, wish.name, named);
      });
    } catch (error) {
      if (!(error instanceof Overtaken) || attempt >= TRIES) throw error;
    }
  }
}
