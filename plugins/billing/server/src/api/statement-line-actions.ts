import { conflict, notFound } from '@sanya/strapi-plugin-platform/kernel';
import { type Call, defineAction, type Platform, rowId, rowIds, type Told } from '@sanya/strapi-plugin-platform/kit';
import type { z } from 'zod';
import { BANK_STATEMENT, CUSTOMER, INVOICE, STATEMENT_LINE } from '../content-types/types';
import { SUSPENDED } from '../domain/statements/suspended';
import type { Proposal } from '../domain/statements/proposals';
import { type LineFacts, linesInStates, loadLines } from '../stores/statement-lines';
import { applyStatementLines } from '../use-cases/apply-statement-lines';
import { freeStatementLines, setLinesAside } from '../use-cases/end-statement-lines';
import type { Application } from '../use-cases/still-right';
import { because } from './shapes';
import { returning, statementApply, suspensePage } from './statement-shapes';
import { appliedStatement, lineState, suspendedPage } from './statement-answers';
import { linesView } from './statement-views';

type Wanted = NonNullable<z.output<typeof statementApply>['lines']>[number];

function howOf({ kind, customer, payment, invoices }: Proposal): Application['how'] {
  if (kind === 'slip' || kind === 'recorded') return { kind, customer: customer.id, payment: payment?.id ?? 0 };
  if (kind === 'account') return { kind, customer: customer.id };
  const allocations = invoices.map(({ id, cash, withheld }) => ({ invoice: id, cash, withheld }));
  return { kind: 'invoices', customer: customer.id, allocations };
}

async function byHand(platform: Platform, wanted: Wanted, at: string): Promise<Application['how']> {
  const { customer: who = '', allocations } = wanted;
  const customer = await rowId(platform, CUSTOMER, who, 'payment.customer_unknown', `${at}.customer`);
  if (!allocations) return { kind: 'account', customer };
  const ids = await rowIds(
    platform,
    INVOICE,
    allocations.map(({ invoice }) => invoice),
    'allocation.invoice_unknown',
    (index) => `${at}.allocations.${index}.invoice`,
  );
  return {
    kind: 'invoices',
    customer,
    allocations: allocations.map(({ amount, withheld }, index) => ({
      invoice: ids[index] ?? 0,
      cash: amount,
      withheld,
    })),
  };
}

/** The lines that were chosen, each with the proposal that was, or with what was said by hand. */
async function chosen(platform: Platform, statement: number, list: readonly Wanted[]): Promise<Application[]> {
  const ids = await rowIds(
    platform,
    STATEMENT_LINE,
    list.map(({ line }) => line),
    'statement.line_unknown',
    (index) => `lines.${index}.line`,
  );
  if (new Set(ids).size < ids.length) throw conflict('statement.line_twice', { field: 'lines' });
  const facts = new Map((await loadLines(platform, ids)).map((line) => [line.id, line]));
  return Promise.all(
    list.map(async (wanted, index): Promise<Application> => {
      const line = facts.get(ids[index] ?? 0);
      const field = `lines.${index}.line`;
      if (!line || line.statement !== statement) throw notFound('statement.line_unknown', { field });
      if (wanted.customer !== undefined)
        return { line: line.id, how: await byHand(platform, wanted, `lines.${index}`) };
      const proposal = line.proposals[wanted.proposal ?? 0];
      if (!proposal) throw conflict('statement.no_proposal', { field, params: { row: line.row } });
      return { line: line.id, how: howOf(proposal) };
    }),
  );
}

async function allMatched(platform: Platform, statement: number, most?: number): Promise<Application[]> {
  const ids = await linesInStates(platform, statement, ['matched'], most);
  const lines: LineFacts[] = [];
  for (let from = 0; from < ids.length; from += 5000)
    lines.push(...(await loadLines(platform, ids.slice(from, from + 5000))));
  return lines.flatMap(({ id, proposals: [first] }) => (first ? [{ line: id, how: howOf(first) }] : []));
}

const asideAction = (verb: 'ignore' | 'return', summary: string) =>
  defineAction({
    name: verb === 'ignore' ? 'ignoreStatementLine' : 'returnStatementLine',
    summary,
    subject: STATEMENT_LINE,
    staff: { method: 'POST', path: `/statement-lines/:id/${verb}`, permission: 'statement.apply' },
    graphql: 'none',
    input: returning,
    output: lineState,
    run: async ({ platform, subject, input }) => {
      await setLinesAside(platform, [{ line: subject.id, verb, ...input }]);
      return stateOf({ platform, subject });
    },
  });

const stateOf = async ({ platform, subject }: Pick<Call<unknown>, 'platform' | 'subject'>) => {
  const [line] = await platform.rows.byIds<Told<z.output<typeof lineState>>>(STATEMENT_LINE, [subject.id], {
    fields: ['state', 'how', 'reason', 'resolvedOn', 'amount', 'currency'],
  });
  return line;
};

export const statementLineActions = [
  defineAction({
    name: 'applyStatement',
    summary:
      'Make payments of lines: all that are matched, or those that are chosen, each once; what does not hold any more is left with its reason',
    subject: BANK_STATEMENT,
    staff: { method: 'POST', path: '/statements/:id/apply', permission: 'statement.apply' },
    graphql: 'none',
    ownTransactions: true,
    input: statementApply,
    output: appliedStatement,
    run: async ({ platform, caller, subject, input }) => {
      const list = input.lines
        ? await chosen(platform, subject.id, input.lines)
        : await allMatched(platform, subject.id, input.most);
      const { applied, left } = await applyStatementLines(platform, list);
      const lines = new Map(
        (
          await loadLines(
            platform,
            left.map(({ line }) => line),
          )
        ).map((line) => [line.id, line]),
      );
      return {
        applied: applied.length,
        left: left.map(({ line, refusal: { code, params } }) => ({
          line: lines.get(line)?.documentId ?? null,
          row: lines.get(line)?.row ?? null,
          code,
          message: platform.messages.say(caller.language, code, params),
        })),
        remaining: (await linesInStates(platform, subject.id, ['matched'])).length,
      };
    },
  }),
  defineAction({
    name: 'freeStatementLine',
    summary: 'Undo what was done with a line: its payment is reversed, or it is no longer set aside; it is free again',
    subject: STATEMENT_LINE,
    staff: { method: 'POST', path: '/statement-lines/:id/free', permission: 'statement.apply' },
    graphql: 'none',
    input: because,
    output: lineState,
    run: async ({ platform, subject, input }) => {
      await freeStatementLines(platform, [{ line: subject.id, reason: input.reason }]);
      return stateOf({ platform, subject });
    },
  }),
  asideAction('ignore', 'Set a line aside that is no customer’s money: interest, own transfers'),
  asideAction('return', 'Say that the money of a line went back to its sender'),
  defineAction({
    name: 'suspendedLines',
    summary: 'Money that came in and is nobody’s yet, the oldest first, over all statements',
    staff: { method: 'GET', path: '/suspense', permission: 'statement.read' },
    graphql: 'none',
    writes: false,
    input: suspensePage,
    output: suspendedPage,
    run: async ({ platform, caller, input: { page } }) =>
      linesView(platform, caller.language, { states: SUSPENDED, page }),
  }),
];
