import type { Platform, Ref } from '@sanya/strapi-plugin-platform/kit';
import { PAYMENT, STATEMENT_LINE } from '../content-types/types';
import type { StatementLineState } from '../domain/lives';
import { SUSPENDED } from '../domain/statements/suspended';
import type { Proposal } from '../domain/statements/proposals';

/** Why a line is not what it was hoped to be: a code of the messages. */
export interface LineProblem {
  code: string;
  params: Record<string, unknown>;
}

export interface LineFacts extends Ref {
  statement: number;
  account: string;
  row: number;
  date: string;
  currency: string;
  amount: bigint;
  description: string;
  reference: string | null;
  payerName: string | null;
  payerAccount: string | null;
  state: StatementLineState;
  proposals: Proposal[];
  problem: LineProblem | null;
  how: 'payment' | 'slip' | 'recorded' | null;
}

interface StoredProposal extends Omit<Proposal, 'invoices'> {
  invoices: { id: number; documentId: string; number: string; cash: string; withheld: string }[];
}

const FIELDS = [
  ...['statement', 'account', 'row', 'date', 'currency', 'amount', 'description', 'reference'],
  ...['payerName', 'payerAccount', 'state', 'proposals', 'problem', 'how'],
];

const decoded = ({
  proposals,
  ...row
}: Omit<LineFacts, 'proposals'> & { proposals: StoredProposal[] | null }): LineFacts => ({
  ...row,
  proposals: (proposals ?? []).map((one) => ({
    ...one,
    invoices: one.invoices.map(({ cash, withheld, ...invoice }) => ({
      ...invoice,
      cash: BigInt(cash),
      withheld: BigInt(withheld),
    })),
  })),
});

export const loadLines = async (
  platform: Platform,
  ids: readonly number[],
  { lock = false } = {},
): Promise<LineFacts[]> =>
  (
    await platform.rows.find<Parameters<typeof decoded>[0]>(
      STATEMENT_LINE,
      (query, column) => void query.whereIn(column('id'), [...new Set(ids)]),
      { fields: FIELDS, ...(lock && { lock: 'wait' as const }) },
    )
  ).map(decoded);

/** Row ids of lines of a statement in these states, in the order of the statement. */
export async function linesInStates(
  platform: Platform,
  statement: number,
  states: readonly StatementLineState[],
  most?: number,
): Promise<number[]> {
  const found = await platform.rows.find(
    STATEMENT_LINE,
    (query, column) => {
      query.where(column('statement'), statement).whereIn(column('state'), [...states]);
      query.orderBy(column('position'));
      if (most !== undefined) query.limit(most);
    },
    { fields: [] },
  );
  return found.map(({ id }) => id);
}

/** A page of lines of a statement; without a statement of all of them, the oldest first. */
export interface LinesWanted {
  statement?: number;
  states: readonly StatementLineState[];
  page: number;
}

export async function linesPageOf(
  platform: Platform,
  { statement, states, page }: LinesWanted,
  size: number,
): Promise<{ ids: number[]; total: number }> {
  const { rows } = platform;
  const knex = await rows.knex();
  const column = (attribute: string): string => rows.column(STATEMENT_LINE, attribute);
  const asked = () => {
    const query = knex(rows.table(STATEMENT_LINE)).whereIn(column('state'), [...states]);
    return statement === undefined ? query : query.where(column('statement'), statement);
  };
  const [counted] = (await asked().count({ total: '*' })) as { total: string | number }[];
  const order = statement === undefined ? [column('date'), 'id'] : [column('position'), 'id'];
  const found = (await asked()
    .orderBy(order)
    .limit(size)
    .offset((page - 1) * size)
    .select('id')) as { id: number }[];
  return { ids: found.map(({ id }) => Number(id)), total: Number(counted?.total ?? 0) };
}

/** The same as the matcher reads it: only what it needs. */
export type UnmatchedLine = Pick<
  LineFacts,
  'id' | 'date' | 'amount' | 'description' | 'reference' | 'payerName' | 'payerAccount' | 'state'
>;

export const unmatchedLines = (platform: Platform, ids: readonly number[]): Promise<UnmatchedLine[]> =>
  platform.rows.find<UnmatchedLine>(
    STATEMENT_LINE,
    (query, column) => void query.whereIn(column('id'), [...ids]).whereIn(column('state'), [...SUSPENDED]),
    {
      fields: ['date', 'amount', 'description', 'reference', 'payerName', 'payerAccount', 'state'],
      lock: 'wait',
    },
  );

/** How many lines a statement has in each state, and what they come to. */
export async function countLines(
  platform: Platform,
  statements: readonly number[],
): Promise<Map<number, Partial<Record<StatementLineState, { lines: number; amount: bigint }>>>> {
  const { rows } = platform;
  const knex = await rows.knex();
  const column = (attribute: string): string => rows.column(STATEMENT_LINE, attribute);
  const counted = (await knex(rows.table(STATEMENT_LINE))
    .whereIn(column('statement'), [...statements])
    .groupBy(column('statement'), column('state'))
    .select({ statement: column('statement'), state: column('state') })
    .select(knex.raw('count(*) as lines, cast(sum(??) as bigint) as amount', [column('amount')]))) as {
    statement: number;
    state: StatementLineState;
    lines: string | number;
    amount: string | number;
  }[];
  const byStatement = new Map<number, Partial<Record<StatementLineState, { lines: number; amount: bigint }>>>();
  for (const { statement, state, lines, amount } of counted) {
    const known = byStatement.get(Number(statement)) ?? {};
    byStatement.set(Number(statement), { ...known, [state]: { lines: Number(lines), amount: BigInt(amount) } });
  }
  return byStatement;
}

/** What the matcher found. Lines that meanwhile are no longer free are the caller's to leave out. */
export const writeMatches = (
  platform: Platform,
  lines: readonly {
    id: number;
    state: StatementLineState;
    proposals: readonly Proposal[];
    problem: LineProblem | null;
  }[],
): Promise<number> =>
  platform.rows.update(
    STATEMENT_LINE,
    lines.map(({ id, state, proposals, problem }) => ({ id, state, proposals, problem })),
  );

/** Lines that somebody must look at, and why. */
export const doubtLines = (
  platform: Platform,
  lines: readonly { id: number; problem: LineProblem }[],
): Promise<number> =>
  platform.rows.update(
    STATEMENT_LINE,
    lines.map(({ id, problem }) => ({ id, state: 'to_check', problem })),
  );

/** How lines ended: applied, ignored, returned. */
export const writeEnds = (
  platform: Platform,
  lines: readonly {
    id: number;
    state: StatementLineState;
    how: LineFacts['how'];
    reason: string | null;
    resolvedOn: string;
  }[],
): Promise<number> =>
  platform.rows.update(
    STATEMENT_LINE,
    lines.map((line) => ({ ...line, problem: null, resolvedBy: platform.caller().key })),
  );

const FREED = { state: 'unknown', how: null, reason: null, resolvedOn: null, resolvedBy: null, proposals: [] };

export const freeLines = (platform: Platform, ids: readonly number[]): Promise<number> =>
  platform.rows.update(
    STATEMENT_LINE,
    ids.map((id) => ({ id, ...FREED })),
  );

/** Lines whose payments turned out not to be are free again. */
export async function freeLinesOf(platform: Platform, payments: readonly number[]): Promise<void> {
  const paid = await platform.rows.byIds<{ statementLine: number | null }>(PAYMENT, payments, {
    fields: ['statementLine'],
  });
  await freeLines(
    platform,
    paid.flatMap(({ statementLine }) => statementLine ?? []),
  );
}

/** The standing payments that lines are shown by. */
export const paymentsOfLines = (platform: Platform, lines: readonly number[]) =>
  platform.rows.find<{ statementLine: number; state: string; customer: number; amount: bigint }>(
    PAYMENT,
    (query, column) =>
      void query
        .whereIn(column('statementLine'), [...lines])
        .whereNotIn(column('state'), ['rejected', 'failed', 'reversed']),
    { fields: ['statementLine', 'state', 'customer', 'amount'] },
  );

/** Ties a payment to the line that shows it; null unties it. */
export const tiePayments = (
  platform: Platform,
  ties: readonly { payment: number; line: number | null }[],
): Promise<number> =>
  platform.rows.update(
    PAYMENT,
    ties.map(({ payment, line }) => ({ id: payment, statementLine: line })),
  );
