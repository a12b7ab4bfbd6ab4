import type { CivilDate } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { GOODS_RETURN } from '../../content-types/types';
import {
  checkReturnedOn,
  planReturn,
  receivedState,
  type ReturnCause,
  type ReturnFacts,
  type ReturnWish,
} from '../../domain/return';
import { putBack } from '../../domain/stock';
import { ordersStore } from '../../stores/orders';
import { type ReturnRow, returnsStore } from '../../stores/returns';
import { takeOutReturned } from '../installed-items/follow-goods';
import { lockOrders } from '../lock-orders';
import { moveStock } from '../move-stock';
import { must } from '../must';
import { orderEvent } from '../order-events';
import { promisedLines } from '../promised-lines';

export const RETURN_SERIES = 'goods-return';

export interface ReceiveReturn {
  /** Row id. */
  order: number;
  cause: ReturnCause;
  reason: string;
  /** The day it came back; today unless told. */
  on?: CivilDate;
  /** All that can come back, unless told. */
  lines?: readonly ReturnWish[];
  /** Row id of the warehouse it comes back to; the default one unless told. */
  warehouse?: number;
}

/**
 * Goods come back, whole or by line: what is whole lies on the shelf again, what is damaged is written off, and billing
 * is asked to credit it, but for what was rented: what promises it gives back the days that were not served. All of them or
 * none.
 */
export async function receiveReturns(tools: Tools, wishes: readonly ReceiveReturn[]): Promise<ReturnRow[]> {
  const { platform } = tools;
  return platform.transaction(async () => {
    const today = platform.clock.today();
    const locked = await lockOrders(
      tools,
      wishes.map((wish) => wish.order),
    );
    const plans = locked.map((one, index) => {
      const wish = must(wishes[index]);
      const on = wish.on ?? today;
      checkReturnedOn(on, today);
      const order = { number: one.order.number ?? '', state: one.order.state };
      return { one, wish, on, ...planReturn(order, one.lines, wish.lines) };
    });
    const parts = plans.flatMap((plan) => plan.parts);
    const promised = await promisedLines(
      platform,
      plans.map(({ one }) => one.order.id),
      parts.map(({ line }) => line),
    );
    const settled = new Set(promised.map(({ line }) => line));
    await moveStock(
      tools,
      'return',
      putBack,
      plans.flatMap(({ parts: back, wish: { warehouse } }) =>
        back.flatMap(({ line: { id, product, stockTracked, description }, quantity, condition }) =>
          condition === 'restocked' && stockTracked && product !== null
            ? [{ product, quantity, name: description, orderLine: id, warehouse }]
            : [],
        ),
      ),
    );
    const orders = ordersStore(platform.rows);
    await orders.updateLines(parts.map(({ line, quantity }) => ({ id: line.id, returned: line.returned + quantity })));
    await orders.update(plans.map(({ one, state }) => ({ id: one.order.id, state })));
    const numbers = await platform.numbers.take(
      plans.map(() => ({ series: RETURN_SERIES, branch: null, date: today })),
    );
    await takeOutReturned(
      tools,
      plans.flatMap(({ parts: back, on, wish }, index) =>
        back.map(({ line, quantity, serials, place }) => ({
          ...{ line, quantity, serials, on, reason: wish.reason },
          ...{ field: `lines.${place}.serials`, goodsReturn: must(numbers[index]) },
        })),
      ),
    );
    const receivedAt = platform.clock.now();
    const facts = plans.map(
      ({ one, wish, on, parts: back }, index): ReturnFacts => ({
        number: must(numbers[index]),
        state: receivedState(back.map(({ line }) => ({ settled: settled.has(line.documentId) }))),
        order: one.order.id,
        creditNote: null,
        returnedOn: on,
        cause: wish.cause,
        reason: wish.reason,
        declineReason: null,
        receivedAt,
      }),
    );
    const store = returnsStore(platform.rows);
    const refs = await store.insert(facts);
    await store.insertLines(
      plans.flatMap((plan, index) =>
        plan.parts.map(({ line, quantity, condition }, place) => ({
          ...{ goodsReturn: must(refs[index]).id, orderLine: line.id, position: place + 1, quantity, condition },
          settled: settled.has(line.documentId),
        })),
      ),
    );
    const rows = facts.map((one, index): ReturnRow => ({ ...one, ...must(refs[index]) }));
    await platform.events.record(
      plans.flatMap(({ one: { order }, parts: back, state, wish }, index) => {
        const { id, documentId, number, state: kept } = must(rows[index]);
        return [
          {
            name: 'goods_return.received',
            subject: { type: GOODS_RETURN, id, documentId },
            customer: order.customer,
            after: { number, state: kept, order: order.number, reason: wish.reason },
          },
          orderEvent('order.returned', order, {
            ...{ state, reason: wish.reason },
            lines: back.map(({ line, quantity }) => ({ line: line.documentId, quantity })),
            // Lines whose money is settled by what promises them, and not here.
            promised: back.flatMap(({ line }) => (settled.has(line.documentId) ? [line.documentId] : [])),
          }),
        ];
      }),
    );
    return rows;
  });
}
