import { conflict, move, notFound } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import { BANK_STATEMENT, STATEMENT_LINE } from '../content-types/types';
import { statementLineLife } from '../domain/lives';
import { checkReceivedOn } from '../domain/past-days';
import {
  countLines,
  freeLines,
  type LineFacts,
  loadLines,
  paymentsOfLines,
  tiePayments,
  writeEnds,
} from '../stores/statement-lines';
import { removeStatement } from '../stores/statements';
import { matchStatementLines } from './match-statement-lines';
import { reversePayments } from './reverse-payments';

const about = ({ id, documentId }: LineFacts) => ({ type: STATEMENT_LINE, id, documentId });

async function locked(platform: Platform, ids: readonly number[]): Promise<LineFacts[]> {
  const lines = await loadLines(platform, ids, { lock: true });
  if (lines.length < new Set(ids).size) throw notFound('statement.line_unknown');
  return lines;
}

/**
 * Sets lines aside that are no customer's money: interest, own transfers (`ignore`), or money that went back to its sender
 * (`return`).
 */
export const setLinesAside = (
  platform: Platform,
  list: readonly { line: number; verb: 'ignore' | 'return'; reason: string; on?: string }[],
): Promise<void> =>
  platform.transaction(async () => {
    const today = platform.clock.today();
    const wishes = new Map(list.map((wish) => [wish.line, wish]));
    const lines = await locked(platform, [...wishes.keys()]);
    const ended = lines.flatMap((line) => {
      const wish = wishes.get(line.id);
      if (!wish) return [];
      const resolvedOn = wish.on ?? today;
      checkReceivedOn(resolvedOn, today);
      if (resolvedOn < line.date)
        throw conflict('statement.returned_before', { field: 'on', params: { date: line.date } });
      const state = move(statementLineLife, line.state, wish.verb);
      return [{ line, row: { id: line.id, state, how: null, reason: wish.reason, resolvedOn } }];
    });
    await writeEnds(
      platform,
      ended.map(({ row }) => row),
    );
    await platform.events.record(
      ended.map(({ line, row }) => ({
        name: `statement_line.${row.state}`,
        subject: about(line),
        before: { state: line.state },
        after: { state: row.state, reason: row.reason, on: row.resolvedOn, amount: line.amount },
      })),
    );
  });

/**
 * Frees lines: what was applied is undone (the payment reversed; one that was recorded by hand stays and is only no longer
 * found here), what was set aside comes back. Each is looked at anew.
 */
export const freeStatementLines = (
  platform: Platform,
  list: readonly { line: number; reason: string }[],
): Promise<void> =>
  platform.transaction(async () => {
    const reasons = new Map(list.map(({ line, reason }) => [line, reason]));
    const ids = [...reasons.keys()];
    const seen = new Map((await loadLines(platform, ids)).map((line) => [line.id, line]));
    const payments = await paymentsOfLines(platform, ids);
    const found = payments.filter(({ statementLine }) => seen.get(statementLine)?.how === 'recorded');
    await tiePayments(
      platform,
      found.map(({ id }) => ({ payment: id, line: null })),
    );
    // Customers are locked before lines: as money is applied.
    const undone = payments
      .filter((payment) => !found.includes(payment))
      .map(({ id, statementLine }) => ({ payment: id, reason: reasons.get(statementLine) ?? '' }));
    if (undone.length > 0) await reversePayments(platform, undone);
    const lines = await locked(platform, ids);
    lines.forEach((line) => move(statementLineLife, seen.get(line.id)?.state ?? line.state, 'free'));
    await freeLines(platform, ids);
    await platform.events.record(
      lines.map((line) => ({
        name: 'statement_line.freed',
        subject: about(line),
        before: { state: seen.get(line.id)?.state, how: seen.get(line.id)?.how },
        after: { state: 'unknown', reason: reasons.get(line.id) },
      })),
    );
    await matchStatementLines(platform, ids);
  });

/** Takes back a statement that should not have been imported, of another account say, while nothing is done with it. */
export const discardStatements = (platform: Platform, statements: readonly number[]): Promise<void> =>
  platform.transaction(async () => {
    const rows = await platform.rows.find<{ account: string }>(
      BANK_STATEMENT,
      (query, column) => void query.whereIn(column('id'), [...statements]),
      { fields: ['account'], lock: 'wait' },
    );
    const counts = await countLines(platform, statements);
    for (const { applied, returned, ignored } of counts.values()) {
      if (applied || returned || ignored) throw conflict('statement.discard_used');
    }
    for (const { id } of rows) await removeStatement(platform, id);
    await platform.events.record(
      rows.map(({ id, documentId, account }) => ({
        name: 'statement.discarded',
        subject: { type: BANK_STATEMENT, id, documentId },
        before: { account },
      })),
    );
  });
