import { formatMoney, min, parseMoney, sum } from '@sanya/strapi-plugin-platform/kernel';
import type { Invoice } from './types';

/** What was typed beside one invoice: amounts as text. */
export interface Typed {
  chosen: boolean;
  gross: string;
  withheld: string;
  deduction: string;
  reason: string;
}

export const EMPTY: Typed = { chosen: false, gross: '', withheld: '', deduction: '', reason: '' };

/** All that is due of an invoice. */
export const wholly = ({ amountDue, currency }: Invoice): Typed => ({
  ...EMPTY,
  chosen: true,
  gross: formatMoney(amountDue, currency),
});

/** One invoice of the payment in minor units; undefined where a text is no amount. */
export interface Part {
  invoice: Invoice;
  gross: bigint | undefined;
  withheld: bigint | undefined;
  deduction: bigint | undefined;
  /** The money itself: gross less what was withheld and deducted. */
  net: bigint | undefined;
  reason: string;
}

const read = (text: string, currency: string): bigint | undefined => {
  if (text.trim() === '') return 0n;
  const amount = parseMoney(text, currency);
  return amount === undefined || amount < 0n ? undefined : amount;
};

export function partOf(invoice: Invoice, typed: Typed): Part {
  const gross = read(typed.gross, invoice.currency);
  const withheld = read(typed.withheld, invoice.currency);
  const deduction = read(typed.deduction, invoice.currency);
  const known = gross !== undefined && withheld !== undefined && deduction !== undefined;
  const left = known ? gross - withheld - deduction : undefined;
  return {
    invoice,
    gross,
    withheld,
    deduction,
    net: left === undefined || left < 0n ? undefined : left,
    reason: typed.reason.trim(),
  };
}

export interface Sums {
  gross: bigint;
  withheld: bigint;
  deduction: bigint;
  net: bigint;
}

export const sumsOf = (parts: readonly Part[]): Sums => ({
  gross: sum(parts.map((part) => part.gross ?? 0n)),
  withheld: sum(parts.map((part) => part.withheld ?? 0n)),
  deduction: sum(parts.map((part) => part.deduction ?? 0n)),
  net: sum(parts.map((part) => part.net ?? 0n)),
});

/** How much of an invoice the money still left would settle. */
export const proposeGross = (invoice: Invoice, money: bigint, others: bigint): bigint => {
  const due = BigInt(invoice.amountDue);
  const left = money - others;
  return left > 0n ? min(due, left) : due;
};

export type Hindrance = 'no_amount' | 'nothing_chosen' | 'wrong_part' | 'too_much' | 'no_reason' | 'not_equal';

/** Why it cannot be posted yet; undefined when it can. */
export function hindrance(money: bigint | undefined, parts: readonly Part[]): Hindrance | undefined {
  if (money === undefined) return 'no_amount';
  if (parts.length === 0) return 'nothing_chosen';
  if (parts.some((part) => part.net === undefined || !part.gross)) return 'wrong_part';
  if (parts.some((part) => (part.gross ?? 0n) > BigInt(part.invoice.amountDue))) return 'too_much';
  if (parts.some((part) => (part.deduction ?? 0n) > 0n && part.reason === '')) return 'no_reason';
  if (sumsOf(parts).net !== money) return 'not_equal';
  return undefined;
}

/** The allocations as the door takes them. */
export const allocationsOf = (parts: readonly Part[]) =>
  parts.map((part) => ({
    invoice: part.invoice.documentId,
    amount: String(part.net),
    ...(part.withheld ? { withheld: String(part.withheld) } : {}),
    ...(part.deduction ? { deduction: { amount: String(part.deduction), reason: part.reason } } : {}),
  }));
