import {
  badInput,
  conflict,
  extend,
  formatQuantity,
  max,
  mulDiv,
  parseQuantity,
  sum,
} from '@sanya/strapi-plugin-platform/kernel';
import type { CancelInvoice } from './cancel';
import type { DeliverableLine } from './deliver';
import type { OrderCoupon } from './order';
import type { OrderState } from './order-machine';
import type { LineDiscount } from './redeem-coupons';

/** Orders that may still be changed: nothing is promised yet, or not all of it has left. */
const AMENDABLE: readonly OrderState[] = ['placed', 'confirmed', 'fulfilling'];

export interface AmendWish {
  /** Document id of the order line. */
  line: string;
  /** Decimal text: how much of it there is to be; `"0"` takes the line away. */
  quantity: string;
}

export interface AmendableLine extends DeliverableLine {
  discount: bigint;
  unitPrice: bigint;
  derivation: unknown;
}

/** A line that is to have another quantity. */
export interface Changed<Line extends AmendableLine> {
  line: Line;
  quantity: bigint;
}

export interface AmendPlan<Line extends AmendableLine> {
  less: Changed<Line>[];
  more: Changed<Line>[];
}

/** Which lines are to have less or more; what was handed over or packed stays. `adds`: lines are added besides. */
export function planAmending<Line extends AmendableLine>(
  order: { number: string; state: OrderState },
  lines: readonly Line[],
  wishes: readonly AmendWish[],
  adds: boolean,
): AmendPlan<Line> {
  if (!AMENDABLE.includes(order.state)) throw conflict('amend.not_now', { params: { order: order.number } });
  const changed = wishes.map((wish, index): Changed<Line> => {
    const line = lines.find((one) => one.documentId === wish.line);
    const field = `lines.${index}`;
    if (!line) throw badInput('order.line_unknown', { field: `${field}.line` });
    if (wishes.findIndex((one) => one.line === wish.line) < index) {
      throw badInput('order.line_twice', { field: `${field}.line`, params: { line: line.description } });
    }
    const quantity = parseQuantity(wish.quantity);
    if (quantity === undefined || quantity < 0n) {
      throw badInput('order.quantity_not_a_number', {
        field: `${field}.quantity`,
        params: { quantity: wish.quantity },
      });
    }
    const least = line.delivered + line.planned;
    if (quantity < least) {
      throw conflict('amend.below_handed_over', {
        field: `${field}.quantity`,
        params: { line: line.description, least: formatQuantity(least) },
      });
    }
    return { line, quantity };
  });
  const less = changed.filter(({ line, quantity }) => quantity < line.quantity);
  const more = changed.filter(({ line, quantity }) => quantity > line.quantity);
  if (less.length + more.length === 0 && !adds) throw conflict('amend.nothing', { params: { order: order.number } });
  const after = new Map(changed.map(({ line, quantity }) => [line.id, quantity]));
  if (lines.every((line) => (after.get(line.id) ?? line.quantity) === 0n)) {
    throw conflict('amend.cancel_instead', { params: { order: order.number } });
  }
  return { less, more };
}

/** Whether an invoice can give way to another: nothing was paid, taxed, credited or handed over on it. */
export const canGiveWay = (
  invoice: CancelInvoice | null,
  lines: readonly Pick<AmendableLine, 'delivered'>[],
): boolean =>
  invoice !== null &&
  invoice.state === 'open' &&
  !invoice.settled &&
  !invoice.taxed &&
  !invoice.credited &&
  lines.every((line) => line.delivered === 0n);

interface Kept {
  discounts?: LineDiscount[];
}

const keptOf = (derivation: unknown): Kept => (derivation ?? {}) as Kept;

/**
 * The discount of a line that has another quantity: what was taken off each piece is taken off those that stay, cause by
 * cause; more pieces are had at the price agreed, without more discount. What is tried is asked for after its trial, however
 * much it is.
 */
export function discountAfter(
  line: Pick<AmendableLine, 'quantity' | 'unitPrice' | 'discount' | 'derivation'>,
  quantity: bigint,
): { discount: bigint; derivation: unknown } {
  const kept = keptOf(line.derivation);
  const tried = kept.discounts?.some(({ cause }) => cause === 'trial') ?? false;
  if (quantity >= line.quantity && !tried) return { discount: line.discount, derivation: line.derivation };
  const part = (amount: bigint): bigint =>
    quantity < line.quantity ? mulDiv(amount, quantity, line.quantity, 'down') : amount;
  const parts = (kept.discounts ?? []).map((one) => ({ ...one, amount: String(part(BigInt(one.amount))) }));
  const given = sum(parts.filter(({ cause }) => cause !== 'trial').map(({ amount }) => BigInt(amount)));
  const rest = String(extend(line.unitPrice, quantity) - given);
  const discounts = parts.map((one) => (one.cause === 'trial' ? { ...one, amount: rest } : one));
  const discount = discounts.length > 0 ? sum(discounts.map((one) => BigInt(one.amount))) : part(line.discount);
  return { discount, derivation: { ...kept, ...(kept.discounts ? { discounts } : {}) } };
}

/** What coupons still take off an order by its lines; null where none takes anything any more. */
export function couponsAfter(
  coupons: readonly OrderCoupon[] | null,
  lines: readonly { derivation: unknown }[],
): OrderCoupon[] | null {
  const after = (coupons ?? []).map((coupon) => ({
    ...coupon,
    amount: String(
      sum(
        lines
          .flatMap(({ derivation }) => keptOf(derivation).discounts ?? [])
          .filter((one) => one.cause === 'coupon' && one.name === coupon.code)
          .map((one) => BigInt(one.amount)),
      ),
    ),
  }));
  return after.some(({ amount }) => amount !== '0') ? after : null;
}

export interface LineAmounts {
  net: bigint;
  tax: bigint;
  total: bigint;
}

/** A line of which so much is left, by its quantity: what is off is settled elsewhere. */
export function shareLeft(
  { quantity: before, total, tax }: LineAmounts & { quantity: bigint },
  quantity: bigint,
): LineAmounts {
  const left = { total: mulDiv(total, quantity, before), tax: mulDiv(tax, quantity, before) };
  return { ...left, net: left.total - left.tax };
}

/** A line once a credit took that much off it; never below nothing. */
export const lessCredited = (line: LineAmounts, credited: LineAmounts): LineAmounts => {
  const total = max(0n, line.total - credited.total);
  const tax = max(0n, line.tax - credited.tax);
  return { net: total - tax, tax, total };
};
