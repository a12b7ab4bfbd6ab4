import { min, mulDiv, parseMoney, parseQuantity, sum } from '@sanya/strapi-plugin-platform/kernel';
import type { BillingDoors } from './doors';

/** What can still be credited: amounts in minor units as text with VAT, quantities as decimals. */
export type Creditable = BillingDoors['GET /billing/invoices/:id/creditable']['answers'];
export type CreditableLine = Creditable['lines'][number];

/** What was typed beside a line. */
export interface TypedLine {
  quantity: string;
  amount: string;
}

export const EMPTY_LINE: TypedLine = { quantity: '', amount: '' };

/** One line as it would be credited. `amount` undefined: what was typed says no such amount, or more than is left. */
export interface CreditedLine {
  line: CreditableLine;
  chosen: boolean;
  quantity: bigint | undefined;
  amount: bigint | undefined;
  wrong: 'quantity' | 'amount' | undefined;
}

const bare = (text: string): string => text.replaceAll(',', '').trim();

/** Reads a line as the server will: a quantity costs its share of what is left, an amount is taken as it is. */
export function creditedLine(line: CreditableLine, typed: TypedLine, currency: string): CreditedLine {
  const [text, money] = [bare(typed.quantity), bare(typed.amount)];
  const left = BigInt(line.left);
  const leftQuantity = parseQuantity(line.leftQuantity) ?? 0n;
  const quantity = text === '' ? undefined : parseQuantity(text);
  const amount = money === '' ? undefined : parseMoney(money, currency);
  const base = { line, chosen: text !== '' || money !== '', quantity };
  if (text !== '' && (quantity === undefined || quantity <= 0n || quantity > leftQuantity)) {
    return { ...base, amount: undefined, wrong: 'quantity' };
  }
  if (money !== '' && (amount === undefined || amount <= 0n || amount > left)) {
    return { ...base, amount: undefined, wrong: 'amount' };
  }
  return {
    ...base,
    amount: amount ?? (quantity === undefined || leftQuantity === 0n ? 0n : mulDiv(left, quantity, leftQuantity)),
    wrong: undefined,
  };
}

export const creditTotal = (lines: readonly CreditedLine[]): bigint => sum(lines.map((one) => one.amount ?? 0n));

/** What of a credit is taken off the invoice itself; the rest is the customer's credit. */
export const offsetOf = (total: bigint, amountDue: string, isKept: boolean): bigint =>
  isKept ? 0n : min(total, BigInt(amountDue));

/** The lines as the door takes them. */
export const creditBody = (lines: readonly CreditedLine[], typed: Readonly<Record<string, TypedLine>>) =>
  lines
    .filter((one) => one.chosen)
    .map(({ line, quantity, amount }) => ({
      line: line.line,
      ...(quantity === undefined ? {} : { quantity: bare(typed[line.line]?.quantity ?? '') }),
      ...(bare(typed[line.line]?.amount ?? '') === '' ? {} : { amount: String(amount) }),
    }));
