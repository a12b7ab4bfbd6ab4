import {
  badInput,
  type CivilDate,
  compareDates,
  conflict,
  formatQuantity,
  machine,
  move,
  parseQuantity,
} from '@sanya/strapi-plugin-platform/kernel';
import { orderMachine, type OrderState } from './order-machine';

export const RETURN_STATES = ['received', 'credited', 'declined', 'settled'] as const;
export type ReturnState = (typeof RETURN_STATES)[number];

/**
 * Goods that came back; what they cost is credited, or is not and the customer hears why. Of goods that were rented the days
 * that were not served came back by what promises them: nothing is left to be decided.
 */
export const returnMachine = machine<ReturnState, 'credit' | 'decline'>({
  type: 'goods-return',
  states: RETURN_STATES,
  initial: ['received', 'settled'],
  transitions: [
    { verb: 'credit', from: ['received'], to: 'credited' },
    { verb: 'decline', from: ['received'], to: 'declined' },
  ],
});

/** Causes of a return; each is a lawful cause of its credit note (s.82/10). */
export const RETURN_CAUSES = ['goods_returned', 'goods_faulty'] as const;
export type ReturnCause = (typeof RETURN_CAUSES)[number];

/** On the shelf again, or written off. */
export const CONDITIONS = ['restocked', 'damaged'] as const;
export type Condition = (typeof CONDITIONS)[number];

/** A return as stored. */
export interface ReturnFacts {
  number: string;
  state: ReturnState;
  /** Row ids. */
  order: number;
  creditNote: number | null;
  returnedOn: CivilDate;
  cause: ReturnCause;
  reason: string;
  declineReason: string | null;
  receivedAt: string;
}

/** A line as stored; quantity in thousandths. */
export interface ReturnLineFacts {
  goodsReturn: number;
  orderLine: number;
  position: number;
  quantity: bigint;
  condition: Condition;
  /** Its money is settled by what promises it, when it came back. */
  settled: boolean;
}

/** What is still to be decided of what came back: its money, or nothing where what promises it settles all of it. */
export const receivedState = (lines: readonly Pick<ReturnLineFacts, 'settled'>[]): ReturnState =>
  lines.every(({ settled }) => settled) ? 'settled' : 'received';

export interface ReturnableLine {
  id: number;
  documentId: string;
  description: string;
  kind: 'goods' | 'service';
  quantity: bigint;
  delivered: bigint;
  returned: bigint;
}

export interface ReturnWish {
  /** Document id of the order line. */
  line: string;
  /** Decimal text; all that is left of it when absent. */
  quantity?: string;
  condition?: Condition;
  /** Which of those that were handed over with serial numbers. */
  serials?: readonly string[];
}

export interface ReturnedPart<Line extends ReturnableLine> {
  line: Line;
  quantity: bigint;
  condition: Condition;
  serials: readonly string[] | undefined;
  /** Place among the lines that were named. */
  place: number;
}

/** Orders of which something may have been handed over. */
const HANDED_OVER: readonly OrderState[] = ['fulfilling', 'delivered', 'closed'];

/** How much of a line can still come back. */
const returnable = (line: Pick<ReturnableLine, 'kind' | 'delivered' | 'returned'>): bigint =>
  line.kind === 'goods' ? line.delivered - line.returned : 0n;

function partOf<Line extends ReturnableLine>(line: Line, wish: ReturnWish, index: number): ReturnedPart<Line> {
  const left = returnable(line);
  const quantity = wish.quantity === undefined ? left : parseQuantity(wish.quantity);
  const field = `lines.${index}.quantity`;
  if (quantity === undefined || (wish.quantity !== undefined && quantity <= 0n)) {
    throw badInput('order.quantity_not_a_number', { field, params: { quantity: wish.quantity ?? '' } });
  }
  if (quantity > left) {
    throw conflict('return.more_than_delivered', {
      field,
      params: { line: line.description, left: formatQuantity(left) },
    });
  }
  return { line, quantity, condition: wish.condition ?? 'restocked', serials: wish.serials, place: index };
}

/**
 * What comes back of an order, all that can where no lines are named, and the state of the order after it: returned when
 * it was delivered and nothing of it is with the customer any more.
 */
export function planReturn<Line extends ReturnableLine>(
  order: { number: string; state: OrderState },
  lines: readonly Line[],
  wishes: readonly ReturnWish[] | undefined,
): { state: OrderState; parts: ReturnedPart<Line>[] } {
  if (!HANDED_OVER.includes(order.state)) {
    throw conflict('return.nothing_handed_over', { params: { order: order.number } });
  }
  const named = wishes ?? lines.filter((line) => returnable(line) > 0n).map((line) => ({ line: line.documentId }));
  const parts = named.map((wish, index) => {
    const line = lines.find((one) => one.documentId === wish.line);
    const field = `lines.${index}.line`;
    if (!line) throw badInput('order.line_unknown', { field });
    if (named.findIndex((one) => one.line === wish.line) < index) {
      throw badInput('order.line_twice', { field, params: { line: line.description } });
    }
    if (line.kind !== 'goods') throw badInput('return.not_goods', { field, params: { line: line.description } });
    return partOf(line, wish, index);
  });
  const back = parts.filter((part) => part.quantity > 0n);
  if (back.length === 0) throw conflict('return.nothing_left', { field: 'lines', params: { order: order.number } });
  const goods = lines.filter((line) => line.kind === 'goods');
  const whole = goods.every((line) => {
    const now = back.find((part) => part.line.id === line.id)?.quantity ?? 0n;
    return line.returned + now === line.quantity;
  });
  const isAll = whole && goods.length === lines.filter((line) => line.quantity > 0n).length;
  return {
    state: isAll && order.state === 'delivered' ? move(orderMachine, order.state, 'return') : order.state,
    parts: back,
  };
}

/** Refuses a day on which nothing can have come back. */
export function checkReturnedOn(on: CivilDate, today: CivilDate): void {
  if (compareDates(on, today) > 0) throw badInput('return.in_future', { field: 'on', params: { today } });
}
