import type { Language, MessageParams } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import { BANK_STATEMENT, CUSTOMER, STATEMENT_LINE } from '../content-types/types';
import type { StatementLineState } from '../domain/lives';
import type { OpenedStatement, UnknownColumns } from '../use-cases/open-statement';
import { type LineFacts, linesPageOf, loadLines, type LinesWanted, paymentsOfLines } from '../stores/statement-lines';

const SHOWN = 50;
const PROBLEMS_SHOWN = 100;

/** Lines as people read them: reasons and problems in words. */
export async function linesView(platform: Platform, language: Language, wanted: LinesWanted) {
  const { ids, total } = await linesPageOf(platform, wanted, SHOWN);
  const lines = await loadLines(platform, ids);
  const applied = lines.filter(({ state }) => state === 'applied').map(({ id }) => id);
  const payments = await paymentsOfLines(platform, applied);
  const customers = new Map(
    (
      await platform.rows.byIds<{ name: string }>(
        CUSTOMER,
        payments.map(({ customer }) => customer),
        {
          fields: ['name'],
        },
      )
    ).map((customer) => [customer.id, { documentId: customer.documentId, name: customer.name }]),
  );
  const paid = new Map(
    payments.map(({ statementLine, documentId, customer }) => [
      statementLine,
      { documentId, customer: customers.get(customer) ?? null },
    ]),
  );
  const more = await extrasOf(platform, ids);
  const statements = new Map(
    (
      await platform.rows.byIds(
        BANK_STATEMENT,
        lines.map(({ statement }) => statement),
        { fields: [] },
      )
    ).map(({ id, documentId }) => [id, documentId]),
  );
  const byId = new Map(lines.map((line) => [line.id, line]));
  const say = (code: string, params: MessageParams = {}): string => platform.messages.say(language, code, params);
  return {
    pagination: { page: wanted.page, pageSize: SHOWN, total },
    lines: ids.flatMap((id) => {
      const line = byId.get(id);
      if (!line) return [];
      const statement = statements.get(line.statement) ?? '';
      return [{ statement, ...lineView(line, more.get(id), paid.get(id) ?? null, say) }];
    }),
  };
}

interface Extras {
  time: string | null;
  balance: bigint | null;
  reason: string | null;
  resolvedOn: string | null;
}

const extrasOf = async (platform: Platform, ids: readonly number[]): Promise<Map<number, Extras>> =>
  new Map(
    (
      await platform.rows.byIds<Extras>(STATEMENT_LINE, ids, { fields: ['time', 'balance', 'reason', 'resolvedOn'] })
    ).map((row) => [row.id, row]),
  );

function lineView(
  line: LineFacts,
  extras: Extras | undefined,
  payment: { documentId: string; customer: { documentId: string; name: string } | null } | null,
  say: (code: string, params?: MessageParams) => string,
) {
  const { documentId, account, row, date, currency, amount, description, reference, state, how, problem } = line;
  const { time = null, balance = null, reason = null, resolvedOn = null } = extras ?? {};
  return {
    ...{ documentId, account, row, date, currency, amount, description, reference, state, how },
    ...{ payerName: line.payerName, payerAccount: line.payerAccount },
    ...{ time, balance, reason, resolvedOn },
    payment,
    problem: problem && say(problem.code, problem.params as MessageParams),
    proposals: line.proposals.map(({ kind, customer, payment: slip, invoices, score, reasons }) => ({
      kind,
      score,
      customer: { documentId: customer.documentId, name: customer.name },
      payment: slip && { documentId: slip.documentId },
      invoices: invoices.map(({ id: _, ...invoice }) => invoice),
      reasons: reasons.map((reason) => say(`statement.reason.${reason}`)),
    })),
  };
}

/** What is known of a file before it is stored. */
export function previewView(
  platform: Platform,
  language: Language,
  opened: OpenedStatement | UnknownColumns,
  known: ReadonlyMap<string, number>,
) {
  if (!('layout' in opened)) return { layout: null, ...opened };
  const { read, lines, layout } = opened;
  const incoming = lines.filter(({ amount }) => amount > 0n);
  const total = (list: typeof lines): bigint => list.reduce((all, { amount }) => all + amount, 0n);
  return {
    layout: opened.layoutName,
    bank: opened.bank,
    encoding: opened.encoding,
    account: opened.account,
    currency: opened.currency,
    from: lines[0]?.date ?? null,
    to: lines.at(-1)?.date ?? null,
    opening: read.opening,
    closing: read.closing,
    continuous: read.continuous,
    buddhist: read.buddhist,
    header: layout.header,
    columns: layout.columns,
    incoming: { lines: incoming.length, amount: total(incoming) },
    outgoing: { lines: lines.length - incoming.length, amount: total(lines.filter(({ amount }) => amount < 0n)) },
    known: known.size,
    problems: read.problems.slice(0, PROBLEMS_SHOWN).map(({ row, code, cell }) => ({
      row,
      code,
      cell,
      message: platform.messages.say(language, `statement.row.${code}`),
    })),
    problemCount: read.problems.length,
    lines: lines.slice(0, SHOWN).map(({ key, ...line }) => ({ ...line, known: known.has(key) })),
  };
}

/** The counts that the doors of statements answer. */
export const countsView = (
  counts: Partial<Record<StatementLineState, { lines: number; amount: bigint }>> | undefined,
) => {
  const none = { lines: 0, amount: 0n };
  const of = (...states: StatementLineState[]) =>
    states.reduce((all, state) => {
      const one = counts?.[state] ?? none;
      return { lines: all.lines + one.lines, amount: all.amount + one.amount };
    }, none);
  return {
    matched: of('matched'),
    toCheck: of('to_check'),
    unknown: of('unknown'),
    applied: of('applied'),
    aside: of('ignored', 'returned'),
    outgoing: of('outgoing'),
  };
};
