import {
  addDays,
  badInput,
  type CivilDate,
  compareDates,
  conflict,
  formatQuantity,
  max,
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
  /** What stands in shipments that have not left yet. */
  planned: bigint;
  /** Set where nothing more of it is owed: what asked for it was credited whole. */
  goodsFreedAt?: string | null;
}

/** The lines of which something may still be owed. */
const owed = <Line extends Pick<DeliverableLine, 'goodsFreedAt'>>(lines: readonly Line[]): Line[] =>
  lines.filter(({ goodsFreedAt }) => !goodsFreedAt);

/** What is handed over, or packed, of a line; the whole rest of every line where nothing is named. */
export interface DeliveryWish {
  /** Document id of the order line. */
  line: string;
  /** Decimal text; the whole rest when absent. */
  quantity?: string;
}

export interface Part<Line extends DeliverableLine> {
  line: Line;
  quantity: bigint;
}

export interface Delivery<Line extends DeliverableLine> {
  state: OrderState;
  /** What goes out now. */
  parts: Part<Line>[];
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

/** What of a line is neither handed over nor packed. */
const unplanned = (line: Pick<DeliverableLine, 'quantity' | 'delivered' | 'planned'>): bigint =>
  max(0n, outstanding(line) - line.planned);

function quantityOf(wish: DeliveryWish, line: DeliverableLine, field: string): bigint {
  const rest = unplanned(line);
  if (wish.quantity === undefined) return rest;
  const quantity = parseQuantity(wish.quantity);
  if (quantity === undefined || quantity <= 0n) {
    throw badInput('order.quantity_not_a_number', { field, params: { quantity: wish.quantity } });
  }
  if (quantity > rest) {
    throw conflict(line.planned > 0n ? 'order.more_than_unplanned' : 'order.more_than_ordered', {
      field,
      params: { line: line.description, left: formatQuantity(rest), planned: formatQuantity(line.planned) },
    });
  }
  return quantity;
}

/** The state of an order once something of it is packed or goes out; refuses one of which nothing may. */
export function inPreparation(state: OrderState): OrderState {
  const fulfilling = state === 'confirmed' ? move(orderMachine, state, 'fulfil') : state;
  move(orderMachine, fulfilling, 'deliver');
  return fulfilling;
}

/** The parts that wishes name; all that is left of what is still owed where there are none. May be empty only then. */
export function partsOf<Line extends DeliverableLine>(
  lines: readonly Line[],
  wishes: readonly DeliveryWish[] | undefined,
): Part<Line>[] {
  const byDocument = new Map(lines.map((line) => [line.documentId, line]));
  const named = new Set<string>();
  // Of an order of which nothing is owed all is named, so that the reader hears why it may not leave.
  const left = owed(lines).length > 0 ? owed(lines) : lines;
  const parts = (wishes ?? left.map((line) => ({ line: line.documentId }))).map((wish, index) => {
    const line = byDocument.get(wish.line);
    const field = `lines.${index}.line`;
    if (!line) throw badInput('order.line_unknown', { field });
    if (named.has(wish.line)) throw badInput('order.line_twice', { field, params: { line: line.description } });
    named.add(wish.line);
    return { line, quantity: quantityOf(wish, line, `lines.${index}.quantity`) };
  });
  return parts.filter((part) => part.quantity > 0n);
}

/** Refuses to hand over or to pack nothing, and says what else there is. */
export function refuseNothing(parts: readonly unknown[], lines: readonly DeliverableLine[]): void {
  if (parts.length > 0) return;
  const isPlanned = lines.some((line) => line.planned > 0n);
  throw conflict(isPlanned ? 'order.left_is_planned' : 'order.nothing_to_deliver', { field: 'lines' });
}

/** An order in preparation is delivered when nothing that is owed of it is left and nothing on its way. */
export function stateOnceOut(
  fulfilling: OrderState,
  lines: readonly Pick<DeliverableLine, 'quantity' | 'delivered' | 'goodsFreedAt'>[],
  onTheWay: boolean,
): OrderState {
  const complete = !onTheWay && owed(lines).every((line) => outstanding(line) === 0n);
  return complete ? move(orderMachine, fulfilling, 'deliver') : fulfilling;
}

/** All that is owed is out, and what is not out is owed no more: nothing is left but to say so. */
const isOver = (lines: readonly DeliverableLine[]): boolean => {
  const rest = owed(lines);
  return rest.length > 0 && rest.length < lines.length && rest.every((line) => outstanding(line) === 0n);
};

/**
 * What a hand-over to the customer makes of an order: the parts that go out and the state after it. Naming no lines
 * means all that is left and all that is on its way.
 */
export function planDelivery<Line extends DeliverableLine>(
  state: OrderState,
  lines: readonly Line[],
  wishes: readonly DeliveryWish[] | undefined,
  onTheWay = false,
): Delivery<Line> {
  const fulfilling = inPreparation(state);
  const parts = partsOf(lines, wishes);
  const arrives = wishes === undefined && onTheWay;
  if (!arrives && !isOver(lines)) refuseNothing(parts, lines);
  return { state: stateOnceOut(fulfilling, withParts(lines, parts), onTheWay && !arrives), parts };
}

/** The lines once these parts are out. */
export function withParts<Line extends { id: number; delivered: bigint }>(
  lines: readonly Line[],
  parts: readonly { line: { id: number }; quantity: bigint }[],
): Line[] {
  const out = new Map<number, bigint>();
  for (const { line, quantity } of parts) out.set(line.id, (out.get(line.id) ?? 0n) + quantity);
  return lines.map((line) => ({ ...line, delivered: line.delivered + (out.get(line.id) ?? 0n) }));
}
