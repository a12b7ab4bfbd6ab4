import { formatMoney, max, min, mulDiv, parseMoney, sum } from '@sanya/strapi-plugin-platform/kernel';
import type { DeductionKind } from '../../server/src/domain/deduction';
import type { Invoice } from './types';

/** What was typed beside one invoice: amounts as text. */
export interface Typed {
  chosen: boolean;
  gross: string;
  withheld: string;
  deduction: string;
  kind: DeductionKind;
  reason: string;
}

export const EMPTY: Typed = { chosen: false, gross: '', withheld: '', deduction: '', kind: 'other', reason: '' };

/** Why the discount is deducted that an invoice promises for paying it early: the door knows it by this name. */
export const EARLY_DISCOUNT = 'early_payment_discount';

/** What may be deducted of an invoice that is paid whole on a day, as the door reckons it: what is credited earns nothing. */
export function earlyDiscountOf(invoice: Invoice, on: string): bigint {
  const { earlyUntil, earlyDiscount, amountDue, creditNotes = [] } = invoice;
  const total = BigInt(invoice.total);
  if (earlyUntil === null || on > earlyUntil || total <= 0n) return 0n;
  const credited = sum(creditNotes.filter(({ state }) => state === 'issued').map((note) => BigInt(note.total)));
  return min(mulDiv(BigInt(earlyDiscount ?? 0), max(0n, total - credited), total), BigInt(amountDue));
}

function typedWith(invoice: Invoice, gross: bigint, discount: bigint): Typed {
  const deducted =
    discount > 0n
      ? { deduction: formatMoney(discount, invoice.currency), kind: 'discount' as const, reason: EARLY_DISCOUNT }
      : {};
  return { ...EMPTY, chosen: true, gross: formatMoney(gross, invoice.currency), ...deducted };
}

/** All that is due of an invoice, less what may be deducted on the day. */
export const wholly = (invoice: Invoice, on: string): Typed =>
  typedWith(invoice, BigInt(invoice.amountDue), earlyDiscountOf(invoice, on));

/** An invoice that is chosen: as much as the money still left would settle, with the discount where it settles all. */
export function proposed(invoice: Invoice, money: bigint, others: bigint, on: string): Typed {
  const due = BigInt(invoice.amountDue);
  const discount = earlyDiscountOf(invoice, on);
  const left = money - others;
  if (left <= 0n) return wholly(invoice, on);
  // Who pays all of it to the satang has deducted nothing.
  return left === due || left < due - discount
    ? typedWith(invoice, min(due, left), 0n)
    : typedWith(invoice, due, discount);
}

/** What is typed anew; the discount goes where it is no longer of the whole invoice, or not what was promised. */
export function retyped(invoice: Invoice, before: Typed, part: Partial<Typed>, on: string): Typed {
  const after = { ...before, ...part };
  if (after.reason !== EARLY_DISCOUNT) return after;
  const { gross, deduction } = partOf(invoice, after);
  if (deduction === undefined) return after;
  if (gross !== BigInt(invoice.amountDue)) return { ...after, deduction: '', reason: '' };
  const most = earlyDiscountOf(invoice, on);
  if (most === 0n) return { ...after, deduction: '', reason: '' };
  return deduction === 0n || deduction > most ? { ...after, reason: '' } : after;
}

/** One invoice of the payment in minor units; undefined where a text is no amount. */
export interface Part {
  invoice: Invoice;
  gross: bigint | undefined;
  withheld: bigint | undefined;
  deduction: bigint | undefined;
  /** The money itself: gross less what was withheld and deducted. */
  net: bigint | undefined;
  kind: DeductionKind;
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
    kind: typed.kind,
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

export type Hindrance = 'no_amount' | 'nothing_chosen' | 'wrong_part' | 'too_much' | 'no_reason' | 'not_equal';

/** Why it cannot be posted yet; undefined when it can. */
export function hindrance(money: bigint | undefined, parts: readonly Part[]): Hindrance | undefined {
  if (money === undefined) return 'no_amount';
  if (parts.length === 0) return 'nothing_chosen';
  if (parts.some((part) => part.net === undefined || !part.gross)) return 'wrong_part';
  if (parts.some((part) => (part.gross ?? 0n) > BigInt(part.invoice.amountDue))) return 'too_much';
  if (parts.some((part) => (part.deduction ?? 0n) > 0n && part.kind === 'other' && part.reason === ''))
    return 'no_reason';
  if (sumsOf(parts).net !== money) return 'not_equal';
  return undefined;
}

/** The allocations as the door takes them. */
export const allocationsOf = (parts: readonly Part[]) =>
  parts.map((part) => ({
    invoice: part.invoice.documentId,
    amount: String(part.net),
    ...(part.withheld ? { withheld: String(part.withheld) } : {}),
    ...(part.deduction
      ? {
          deduction: {
            amount: String(part.deduction),
            ...(part.kind !== 'other' && { kind: part.kind }),
            ...(part.reason && { reason: part.reason }),
          },
        }
      : {}),
  }));
