import {
  addDays,
  broken,
  compareDates,
  max,
  min,
  moneyParam,
  mulDiv,
  parseEarlyTerms,
} from '@sanya/strapi-plugin-platform/kernel';
import type { WantedAllocation } from './allocation';

/** Why a deduction is made that the terms of an invoice promise; whatever else is deducted has words of its own. */
export const EARLY_DISCOUNT = 'early_payment_discount';

const WHOLE_PPM = 1_000_000n;

/** What an invoice promises whoever pays it early. */
export interface EarlyOffer {
  /** The last day on which the money is early. */
  earlyUntil: string;
  earlyDiscount: bigint;
}

/** An issued invoice as its promise is read. */
export interface EarlyInvoice {
  number: string;
  currency: string;
  total: bigint;
  amountDue: bigint;
  /** What standing credit notes took off it. */
  credited: bigint;
  earlyUntil: string | null;
  earlyDiscount: bigint;
}

/** The first of these terms that says something: the customer's, those of the class, those of the settings. */
export function earlyOffer(
  terms: readonly (string | null)[],
  invoice: { issuedOn: string; dueDate: string; net: bigint },
): EarlyOffer | undefined {
  const said = terms.find((one) => one !== null && one.trim() !== '');
  const read = said ? parseEarlyTerms(said.trim()) : null;
  if (!read) return undefined;
  // Of the price before VAT: what is deducted once the tax point has passed leaves the VAT as it is.
  const earlyDiscount = mulDiv(invoice.net, BigInt(read.ratePpm), WHOLE_PPM);
  if (earlyDiscount <= 0n) return undefined;
  const until = addDays(invoice.issuedOn, read.days);
  return { earlyUntil: compareDates(until, invoice.dueDate) > 0 ? invoice.dueDate : until, earlyDiscount };
}

/** What may be deducted by who pays the rest on a day. What was credited is not paid, and earns nothing. */
export function earlyDiscount(
  { total, amountDue, credited, earlyUntil, earlyDiscount: promised }: EarlyInvoice,
  on: string,
): bigint {
  if (earlyUntil === null || compareDates(on, earlyUntil) > 0 || total <= 0n) return 0n;
  return min(mulDiv(promised, max(0n, total - credited), total), amountDue);
}

/** The same where money is asked for: nothing is left to ask of who owes no more than that. */
export function earlyOff(invoice: EarlyInvoice, on: string): bigint {
  const discount = earlyDiscount(invoice, on);
  return discount < invoice.amountDue ? discount : 0n;
}

/** What of it closes the invoice when so much comes on a day: nothing, unless the whole rest has come. */
export function earlyDeduction(invoice: EarlyInvoice, come: bigint, on: string, tolerance: bigint): bigint {
  const missing = invoice.amountDue - come;
  const discount = earlyDiscount(invoice, on);
  return missing > 0n && discount > 0n && missing <= discount + tolerance ? min(missing, discount) : 0n;
}

/** Refuses a deduction in the name of the promise that the invoice does not make, or not on that day. */
export function checkEarlyDeduction(
  wanted: WantedAllocation,
  invoice: EarlyInvoice,
  on: string,
  tolerance: bigint,
  at: string,
): void {
  const { cash, withheld = 0n, deduction = 0n, credit = 0n } = wanted;
  if (wanted.deductionReason !== EARLY_DISCOUNT || deduction === 0n) return;
  const field = `${at}.deduction`;
  const money = (amount: bigint) => moneyParam(amount, invoice.currency);
  const { number, earlyUntil } = invoice;
  if (earlyUntil === null) throw broken('allocation.early_not_promised', { field, params: { invoice: number } });
  const most = earlyDiscount(invoice, on);
  if (most === 0n) {
    throw broken('allocation.early_too_late', { field, params: { invoice: number, until: earlyUntil, date: on } });
  }
  if (deduction > most) {
    throw broken('allocation.early_too_much', {
      field,
      params: { invoice: number, deduction: money(deduction), most: money(most) },
    });
  }
  const left = invoice.amountDue - cash - withheld - deduction - credit;
  if (left > tolerance) {
    throw broken('allocation.early_not_whole', { field, params: { invoice: number, left: money(left) } });
  }
}
