import { badInput, conflict, formatQuantity, moneyParam, mulDiv, notFound } from '@sanya/strapi-plugin-platform/kernel';
import type { Creditable } from './creditable';

/** What somebody wants credited of one line. Nothing said: what is left of it. */
export interface LineWish {
  /** Row id of the invoice line. */
  line: number;
  /** Thousandths: goods taken back, service not rendered. Absent where only the price was wrong. */
  quantity?: bigint;
  /** Minor units, VAT included. Absent: what the quantity cost. */
  amount?: bigint;
}

/** How much of one line is credited: VAT included, and how many of it. */
export interface CreditedAmount {
  creditable: Creditable;
  amount: bigint;
  quantity: bigint | null;
}

/** The share of a quantity in what is left of a line: the last piece takes the rest. */
const amountOfQuantity = ({ left, leftQuantity }: Pick<Creditable, 'left' | 'leftQuantity'>, quantity: bigint) =>
  leftQuantity === 0n ? 0n : mulDiv(left, quantity, leftQuantity);

const wholeLine = (creditable: Creditable): CreditedAmount => ({
  creditable,
  amount: creditable.left,
  quantity: creditable.leftQuantity > 0n ? creditable.leftQuantity : null,
});

function amountOf(creditable: Creditable, wish: LineWish, at: string, currency: string): CreditedAmount {
  const { line, left, leftQuantity } = creditable;
  const { quantity, amount } = wish;
  if (left === 0n && leftQuantity === 0n) {
    throw conflict('credit_note.line_credited', { field: `${at}.line`, params: { line: line.description } });
  }
  if (quantity === undefined && amount === undefined) return wholeLine(creditable);
  if (quantity !== undefined && quantity <= 0n) {
    throw badInput('credit_note.quantity_not_positive', { field: `${at}.quantity` });
  }
  if (quantity !== undefined && quantity > leftQuantity) {
    throw conflict('credit_note.quantity_left', {
      field: `${at}.quantity`,
      params: { line: line.description, left: formatQuantity(leftQuantity), unit: line.unit },
    });
  }
  if (amount === 0n) throw badInput('credit_note.amount_not_positive', { field: `${at}.amount` });
  if (amount !== undefined && amount > left) {
    throw conflict('credit_note.amount_left', {
      field: `${at}.amount`,
      params: { line: line.description, left: moneyParam(left, currency) },
    });
  }
  return { creditable, amount: amount ?? amountOfQuantity(creditable, quantity ?? 0n), quantity: quantity ?? null };
}

/** What is credited of which line. No wishes: all that is left of the invoice. Refuses what is not left any more. */
export function creditedAmounts(
  creditable: readonly Creditable[],
  wishes: readonly LineWish[] | undefined,
  { number, currency }: { number: string; currency: string },
): CreditedAmount[] {
  if (!creditable.some((one) => one.left > 0n)) {
    throw conflict('credit_note.nothing_left', { params: { invoice: number } });
  }
  if (!wishes || wishes.length === 0) {
    return creditable.filter((one) => one.left > 0n || one.leftQuantity > 0n).map(wholeLine);
  }
  const seen = new Set<number>();
  const amounts = wishes.map((wish, index) => {
    const at = `lines.${index}`;
    const found = creditable.find((one) => one.line.id === wish.line);
    if (!found) throw notFound('credit_note.line_unknown', { field: `${at}.line` });
    if (seen.has(wish.line)) throw badInput('credit_note.line_twice', { field: `${at}.line` });
    seen.add(wish.line);
    return amountOf(found, wish, at, currency);
  });
  if (!amounts.some((one) => one.amount > 0n)) throw badInput('credit_note.amount_not_positive', { field: 'lines' });
  return amounts;
}
