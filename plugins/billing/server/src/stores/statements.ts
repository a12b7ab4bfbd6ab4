import { createHash } from 'node:crypto';
import type { Platform, Ref } from '@sanya/strapi-plugin-platform/kit';
import { BANK_STATEMENT, PAYER_ACCOUNT, STATEMENT_LAYOUT, STATEMENT_LINE } from '../content-types/types';
import type { Mapping } from '../domain/statements/layouts';
import type { ReadLine } from '../domain/statements/read-statement';
import { listed } from './listed';

export interface StatementHead {
  account: string;
  bank: string | null;
  layout: string | null;
  fileName: string;
  fileHash: string;
  from: string;
  to: string;
  currency: string;
  opening: bigint | null;
  closing: bigint | null;
  continuous: boolean;
  lineCount: number;
  knownCount: number;
  knownAmount: bigint;
  skippedCount: number;
}

export interface KeyedLine extends ReadLine {
  key: string;
}

/** Keys as they are stored: long texts make long keys. */
export const storedKey = (key: string): string => createHash('sha256').update(key).digest('base64url');

/** The lines of an account that are known already: by key, whose statement they are. */
export async function knownLines(
  platform: Platform,
  account: string,
  keys: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = platform;
  const column = (attribute: string): string => `"${rows.column(STATEMENT_LINE, attribute)}"`;
  const list = listed(
    platform,
    'v',
    { value: 'text' },
    keys.map((value) => ({ value })),
  );
  const found = await rows.ask<{
    key: string;
    statement: number;
  }>(
    `select l.${column('lineKey')} as "key", l.${column('statement')} as "statement" from ${list.sql}
     join "${rows.table(STATEMENT_LINE)}" l on l.${column('account')} = ? and l.${column('lineKey')} = v."value"`,
    [list.binding, account],
  );
  return new Map(found.map(({ key, statement }) => [key, Number(statement)]));
}

export async function insertStatement(platform: Platform, head: StatementHead): Promise<Ref> {
  const [ref] = await platform.rows.insert(BANK_STATEMENT, [
    { ...head, importedAt: platform.clock.now(), importedBy: platform.caller().key },
  ]);
  if (!ref) throw new Error('A statement was not written');
  return ref;
}

/** Row ids of the incoming ones and how many lines were new; a line that came in at the same moment is left out. */
export async function insertLines(
  platform: Platform,
  statement: number,
  head: Pick<StatementHead, 'account' | 'currency'>,
  lines: readonly KeyedLine[],
): Promise<{ incoming: number[]; written: number }> {
  const refs = await platform.rows.insert(
    STATEMENT_LINE,
    lines.map(({ key, ...line }, index) => ({
      ...line,
      statement,
      account: head.account,
      currency: head.currency,
      lineKey: key,
      position: index + 1,
      state: line.amount > 0n ? 'unknown' : 'outgoing',
      proposals: [],
    })),
    { conflict: 'ignore' },
  );
  // Where none was left out the rows come back in the order given.
  const incoming =
    refs.length === lines.length
      ? refs.filter((_, index) => (lines[index]?.amount ?? 0n) > 0n).map(({ id }) => id)
      : [];
  return { incoming, written: refs.length };
}

/** The banks of statements, as payments name them. */
export const banksOf = async (platform: Platform, statements: readonly number[]): Promise<Map<number, string | null>> =>
  new Map(
    (await platform.rows.byIds<{ bank: string | null }>(BANK_STATEMENT, statements, { fields: ['bank'] })).map(
      ({ id, bank }) => [id, bank?.toUpperCase() ?? null],
    ),
  );

export const removeStatement = async (platform: Platform, statement: number): Promise<void> => {
  const lines = await platform.rows.find(
    STATEMENT_LINE,
    (query, column) => void query.where(column('statement'), statement),
    { fields: [] },
  );
  await platform.rows.remove(
    STATEMENT_LINE,
    lines.map(({ id }) => id),
  );
  await platform.rows.remove(BANK_STATEMENT, [statement]);
};

interface LayoutRow extends Mapping {
  name: string;
}

/** Layouts that staff have mapped, by name. */
export const savedLayouts = (platform: Platform): Promise<(LayoutRow & Ref)[]> =>
  platform.rows.find<LayoutRow>(STATEMENT_LAYOUT, (query, column) => void query.orderBy(column('name')));

/** Keeps a mapping by its name; one of that name is replaced. */
export async function saveLayout(platform: Platform, name: string, mapping: Mapping): Promise<void> {
  const known = (await savedLayouts(platform)).find((layout) => layout.name === name);
  const row = { columns: mapping.columns, dateOrder: mapping.dateOrder };
  if (known) await platform.rows.update(STATEMENT_LAYOUT, [{ id: known.id, ...row }]);
  else await platform.rows.insert(STATEMENT_LAYOUT, [{ name, ...row }], { conflict: 'ignore' });
}

/** Payers whose money was a customer's: the next time they are known. */
export const rememberPayers = (
  platform: Platform,
  payers: readonly { customer: number; payerKey: string; payerName: string | null; payerAccount: string | null }[],
): Promise<Ref[]> =>
  platform.rows.insert(
    PAYER_ACCOUNT,
    [...new Map(payers.map((payer) => [`${payer.customer} ${payer.payerKey}`, payer])).values()].map((payer) => ({
      ...payer,
    })),
    { conflict: 'ignore' },
  );
