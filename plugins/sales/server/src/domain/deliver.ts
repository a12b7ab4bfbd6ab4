import {
  addDays,
  badInput,
  type CivilDate,
  compareDates,
  conflict,
  formatQuantity,
  move,
  parseQuantity,
} from '@sanya/strapi-plugin-platform/kernel';
import { orderMachine, type OrderState } from './order-machine';
import { outstanding } from './stock';

export interface DeliverableLine {
  id: number;
  documentId: string;
  description: string;
  quantity: bigint;
  delivered: bigint;
}

/** What is handed over of a line; the whole rest of every line where nothing is named. */
export interface DeliveryWish {
  /** Document id of the order line. */
  line: string;
  /** Decimal text; the whole rest when absent. */
  quantity?: string;
}

export interface Delivery<Line extends DeliverableLine> {
  state: OrderState;
  /** What goes out now; never empty. */
  parts: { line: Line; quantity: bigint }[];
}

/** An older hand-over is a slip of the pen: its tax month is long reported. */
const MOST_DAYS_BACK = 366;

/** Refuses a day on which nothing can have been handed over. */
export function checkDeliveredOn(on: CivilDate, today: CivilDate): void {
  const earliest = addDays(today, -MOST_DAYS_BACK);
  const refusal = { field: 'on', params: { date: on, today, earliest } };
  if (compareDates(on, today) > 0) throw badInput('order.delivered_in_future', refusal);
  if (compareDates(on, earliest) < 0) throw badInput('order.delivered_too_long_ago', refusal);
}

function quantityOf(wish: DeliveryWish, line: DeliverableLine, field: string): bigint {
  const rest = outstanding(line);
  if (wish.quantity === undefined) return rest;
  const quantity = parseQuantity(wish.quantity);
  if (quantity === undefined || quantity <= 0n) {
    throw badInput('order.quantity_not_a_number', { field, params: { quantity: wish.quantity } });
  }
  if (quantity > rest) {
    throw conflict('order.more_than_ordered', {
      field,
      params: { line: line.description, left: formatQuantity(rest) },
    });
  }
  return quantity;
}

/**
 * What a hand-over makes of an order: the parts that go out and the state after it. A confirmed order begins to be
 * fulfilled by its first hand-over; it is delivered when nothing is left.
 */
export function planDelivery<Line extends DeliverableLine>(
  state: OrderState,
  lines: readonly Line[],
  wishes: readonly DeliveryWish[] | undefined,
): Delivery<Line> {
  const fulfilling = state === 'confirmed' ? move(orderMachine, state, 'fulfil') : state;
  const delivered = move(orderMachine, fulfilling, 'deliver');
  const byDocument = new Map(lines.map((line) => [line.documentId, line]));
  const named = new Set<string>();
  const parts = (wishes ?? lines.map((line) => ({ line: line.documentId }))).map((wish, index) => {
    const line = byDocument.get(wish.line);
    const field = `lines.${index}.line`;
    if (!line) throw badInput('order.line_unknown', { field });
    if (named.has(wish.line)) throw badInput('order.line_twice', { field, params: { line: line.description } });
    named.add(wish.line);
    return { line, quantity: quantityOf(wish, line, `lines.${index}.quantity`) };
  });
  const out = parts.filter((part) => part.quantity > 0n);
  if (out.length === 0) throw conflict('order.nothing_to_deliver', { field: 'lines' });
  const going = new Map(out.map((part) => [part.line.documentId, part.quantity]));
  const complete = lines.every((line) => outstanding(line) === (going.get(line.documentId) ?? 0n));
  return { state: complete ? delivered : fulfilling, parts: out };
}
