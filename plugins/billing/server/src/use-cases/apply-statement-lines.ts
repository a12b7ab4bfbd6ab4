import { isRefusal, move, next, type Refusal } from '@sanya/strapi-plugin-platform/kernel';
import type { NewEvent, Platform } from '@sanya/strapi-plugin-platform/kit';
import { STATEMENT_LINE } from '../content-types/types';
import { statementLineLife } from '../domain/lives';
import { payerIn, payerKey } from '../domain/statements/payers';
import { lockCustomers } from '../stores/parties';
import { doubtLines, type LineFacts, loadLines, tiePayments, writeEnds } from '../stores/statement-lines';
import { banksOf, rememberPayers } from '../stores/statements';
import { withEarlyDiscounts } from './early-of-lines';
import { type NewPayment, recordPayments } from './record-payments';
import { type Application, type Money, stillRight } from './still-right';
import { verifyPayments } from './verify-payments';

export interface Applied {
  applied: number[];
  left: { line: number; refusal: Pick<Refusal, 'code' | 'params'> }[];
}

const CHUNK = 100;

/** A reference of a bank, where the statement has one that is surely of this transfer alone. */
const OWN_REFERENCE = /^(?=(?:.*\d){8})[0-9A-Za-z-]{8,}$/;

const paymentOf = ({ facts, how, bank }: Money): NewPayment => ({
  customer: how.customer,
  method: 'bank_transfer',
  amount: facts.amount,
  currency: facts.currency,
  receivedOn: facts.date,
  bank,
  reference: facts.reference !== null && OWN_REFERENCE.test(facts.reference) ? facts.reference : null,
  note: facts.description || null,
  statementLine: facts.id,
  allocations: how.kind === 'invoices' ? how.allocations : undefined,
});

const HOW = { invoices: 'payment', account: 'payment', slip: 'slip', recorded: 'recorded' } as const;

/** One chunk in one transaction: those whose proposal does not hold any more are left, the others paid at once. */
async function applyChunk(platform: Platform, list: readonly Application[]): Promise<Applied> {
  return platform.transaction(async () => {
    await lockCustomers(
      platform,
      list.map(({ how }) => how.customer),
    );
    const lines = new Map(
      (
        await loadLines(
          platform,
          list.map(({ line }) => line),
          { lock: true },
        )
      ).map((line) => [line.id, line]),
    );
    const banks = await banksOf(
      platform,
      [...lines.values()].map(({ statement }) => statement),
    );
    const money = list.flatMap((one): Money[] => {
      const facts = lines.get(one.line);
      return facts ? [{ ...one, facts, bank: banks.get(facts.statement) ?? null }] : [];
    });
    const refused = await stillRight(platform, money);
    const right = await withEarlyDiscounts(
      platform,
      money.filter(({ line }) => !refused.has(line)),
    );
    const paid = right.filter(({ how }) => HOW[how.kind] === 'payment').map(paymentOf);
    const verified = right.flatMap(({ how, facts }) =>
      how.kind === 'slip' ? [{ payment: how.payment, receivedOn: facts.date, statementLine: facts.id }] : [],
    );
    if (paid.length > 0) await recordPayments(platform, paid);
    if (verified.length > 0) await verifyPayments(platform, verified);
    await tiePayments(
      platform,
      right.flatMap(({ how, line }) => (how.kind === 'recorded' ? [{ payment: how.payment, line }] : [])),
    );
    await writeEnds(
      platform,
      right.map(({ line, how, facts }) => ({
        id: line,
        state: move(statementLineLife, facts.state, 'apply'),
        how: HOW[how.kind],
        reason: null,
        resolvedOn: platform.clock.today(),
      })),
    );
    await rememberPayers(platform, right.flatMap(payersOf));
    await platform.events.record(right.map(appliedEvent));
    await keepReasons(platform, [...lines.values()], refused);
    return {
      applied: right.map(({ line }) => line),
      left: [...refused].map(([line, refusal]) => ({ line, refusal })),
    };
  });
}

/** Lines that stay free say why they were not applied. */
const keepReasons = (
  platform: Platform,
  lines: readonly LineFacts[],
  refused: ReadonlyMap<number, Pick<Refusal, 'code' | 'params'>>,
): Promise<number> =>
  doubtLines(
    platform,
    lines.flatMap(({ id, state }) => {
      const refusal = refused.get(id);
      if (!refusal || next(statementLineLife, state, 'doubt') === undefined) return [];
      return [{ id, problem: { code: refusal.code, params: refusal.params } }];
    }),
  );

function payersOf({ facts, how }: Money) {
  const told = payerIn(facts.description);
  const payer = { account: facts.payerAccount ?? told.account, name: facts.payerName ?? told.name };
  const key = payerKey(payer);
  if (key === null) return [];
  return [
    {
      customer: how.customer,
      payerKey: key,
      payerName: payer.name?.slice(0, 150) ?? null,
      payerAccount: payer.account?.slice(0, 100) ?? null,
    },
  ];
}

const appliedEvent = ({ facts, how }: Money): NewEvent => ({
  name: 'statement_line.applied',
  subject: { type: STATEMENT_LINE, id: facts.id, documentId: facts.documentId },
  customer: how.customer,
  before: { state: facts.state },
  after: { state: 'applied', how: HOW[how.kind], amount: facts.amount, date: facts.date },
});

/** A line alone: a rule that refuses it leaves it with its reason. */
async function applyOne(platform: Platform, application: Application): Promise<Applied> {
  try {
    return await applyChunk(platform, [application]);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    const { code, params } = error;
    await platform.transaction(async () => {
      const lines = await loadLines(platform, [application.line], { lock: true });
      await keepReasons(platform, lines, new Map([[application.line, { code, params }]]));
    });
    return { applied: [], left: [{ line: application.line, refusal: { code, params } }] };
  }
}

/**
 * Makes payments of lines, chunk after chunk, each in a transaction of its own: what one line is refused for does not hold
 * up the others, and what is done stays done.
 */
export async function applyStatementLines(platform: Platform, list: readonly Application[]): Promise<Applied> {
  const done: Applied = { applied: [], left: [] };
  const add = ({ applied, left }: Applied): void => {
    done.applied.push(...applied);
    done.left.push(...left);
  };
  for (let from = 0; from < list.length; from += CHUNK) {
    const chunk = list.slice(from, from + CHUNK);
    try {
      add(await applyChunk(platform, chunk));
    } catch (error) {
      if (!isRefusal(error)) throw error;
      for (const one of chunk) add(await applyOne(platform, one));
    }
  }
  return done;
}
