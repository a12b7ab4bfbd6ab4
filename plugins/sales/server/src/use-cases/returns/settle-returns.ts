import { conflict, move } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { GOODS_RETURN } from '../../content-types/types';
import { returnMachine } from '../../domain/return';
import { type ReturnLineRow, type ReturnRow, returnsStore } from '../../stores/returns';
import { invoicing, type SettleWish } from '../invoicing';
import { lockOrders, type LockedOrder } from '../lock-orders';
import { must } from '../must';

interface LockedReturn {
  goodsReturn: ReturnRow;
  lines: ReturnLineRow[];
  one: LockedOrder;
}

async function lockReturns(tools: Tools, ids: readonly number[]): Promise<LockedReturn[]> {
  const store = returnsStore(tools.platform.rows);
  const seen = await store.byIds(ids);
  const orders = await lockOrders(tools, [...new Set(seen.map(({ order }) => order))]);
  const returns = new Map((await store.byIds(ids, 'wait')).map((row) => [row.id, row]));
  const lines = await store.linesOf(ids);
  return ids.map((id) => {
    const goodsReturn = must(returns.get(id));
    return {
      goodsReturn,
      lines: lines.filter((line) => line.goodsReturn === id),
      one: must(orders.find(({ order }) => order.id === goodsReturn.order)),
    };
  });
}

export interface CreditReturn {
  /** Row id. */
  goodsReturn: number;
  settle?: readonly SettleWish[];
}

/** Credits what came back and is not settled yet, by its quantities and with its lawful cause: billing makes the credit note. */
export async function creditReturns(tools: Tools, wishes: readonly CreditReturn[]): Promise<ReturnRow[]> {
  const { platform, strapi } = tools;
  return platform.transaction(async () => {
    const locked = await lockReturns(
      tools,
      wishes.map((wish) => wish.goodsReturn),
    );
    const sources = new Map(
      locked.flatMap(({ one: { order, lines } }) =>
        lines.map((line) => [line.id, { line: line.documentId, invoice: line.invoice ?? order.invoice }] as const),
      ),
    );
    const asked = await returnsStore(platform.rows).invoiceLines(
      locked.flatMap(({ lines }) => lines.map(({ orderLine }) => must(sources.get(orderLine)).line)),
    );
    const after: ReturnRow[] = [];
    for (const [index, { goodsReturn, lines }] of locked.entries()) {
      const state = move(returnMachine, goodsReturn.state, 'credit');
      const { cause, reason } = goodsReturn;
      const wanted = new Map<number, { line: number; quantity: bigint }[]>();
      for (const { orderLine, quantity } of lines.filter(({ settled }) => !settled)) {
        const source = must(sources.get(orderLine));
        const line = must(asked.find((row) => row.sourceLine === source.line && row.invoice === source.invoice));
        wanted.set(line.invoice, [...(wanted.get(line.invoice) ?? []), { line: line.id, quantity }]);
      }
      if (wanted.size > 1 && wishes[index]?.settle) {
        throw conflict('return.several_invoices', { field: 'settle', params: { number: goodsReturn.number } });
      }
      const [note] = await invoicing(strapi).credit(
        [...wanted].map(([invoice, own]) => ({ invoice, cause, reason, lines: own, settle: wishes[index]?.settle })),
      );
      after.push({ ...goodsReturn, state, creditNote: must(note).id });
    }
    await returnsStore(platform.rows).update(after.map(({ id, state, creditNote }) => ({ id, state, creditNote })));
    await recordSettled(tools, 'goods_return.credited', locked, after);
    return after;
  });
}

export interface DeclineReturn {
  /** Row id. */
  goodsReturn: number;
  reason: string;
}

/** What came back is not credited, and why. */
export async function declineReturns(tools: Tools, wishes: readonly DeclineReturn[]): Promise<ReturnRow[]> {
  const { platform } = tools;
  return platform.transaction(async () => {
    const locked = await lockReturns(
      tools,
      wishes.map((wish) => wish.goodsReturn),
    );
    const after = locked.map(
      ({ goodsReturn }, index): ReturnRow => ({
        ...goodsReturn,
        state: move(returnMachine, goodsReturn.state, 'decline'),
        declineReason: must(wishes[index]).reason,
      }),
    );
    await returnsStore(platform.rows).update(
      after.map(({ id, state, declineReason }) => ({ id, state, declineReason })),
    );
    await recordSettled(tools, 'goods_return.declined', locked, after);
    return after;
  });
}

const recordSettled = (
  { platform }: Tools,
  name: string,
  locked: readonly LockedReturn[],
  after: readonly ReturnRow[],
): Promise<unknown> =>
  platform.events.record(
    after.map(({ id, documentId, number, state, declineReason }, index) => ({
      name,
      subject: { type: GOODS_RETURN, id, documentId },
      customer: must(locked[index]).one.order.customer,
      before: { state: must(locked[index]).goodsReturn.state },
      after: { number, state, ...(declineReason ? { reason: declineReason } : {}) },
    })),
  );
