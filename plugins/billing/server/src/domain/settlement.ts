import { max, min, sum } from '@sanya/strapi-plugin-platform/kernel';
import type { Allocation } from './allocation';
import type { EarlyInvoice } from './early-payment';
import { type CoveredLine, coverMore, settledParts, type TaxedLine, taxedByPayment, taxedLines } from './coverage';
import type { BillingRules } from './rules';
import { rateOn, type RateOn } from './tax-rates';
import {
  mostWithheld,
  type PayerKind,
  proposeWithholding,
  type WithholdablePart,
  type Withheld,
  withholdingByRate,
} from './withholding';

export interface InvoiceLineFacts extends CoveredLine {
  documentId: string;
  position: number;
  sourceLine: string | null;
  description: string;
  unit: string;
  incomeKind: string | null;
}

/** An issued invoice as money and goods find it. */
export interface InvoiceFacts extends EarlyInvoice {
  id: number;
  documentId: string;
  number: string;
  state: 'open' | 'paid' | 'void' | 'uncollectible' | 'draft' | 'discarded';
  customer: number;
  branch: number | null;
  poNumber: string | null;
  currency: string;
  issuedOn: string;
  dueDate: string;
  net: bigint;
  tax: bigint;
  total: bigint;
  amountDue: bigint;
  /** What all of the contract comes to that it is a part of, before VAT; null or absent: as the invoice. */
  agreedTotal?: bigint | null;
  lines: readonly InvoiceLineFacts[];
}

/** What one allocation does to one invoice. */
export interface SettledInvoice {
  /** As it is afterwards. */
  invoice: InvoiceFacts;
  allocation: Allocation;
  parts: { line: InvoiceLineFacts; amount: bigint }[];
  /** Lines that reach their tax point by it: the tax invoice. */
  taxed: TaxedLine[];
  /** What is settled without a tax document: the plain receipt. */
  plain: { line: InvoiceLineFacts; amount: bigint }[];
}

/** The rate of each line on a day. A category that is gone from the settings keeps the invoice's rate. */
export const ratesOn = (lines: readonly CoveredLine[], rules: BillingRules, on: string): RateOn[] =>
  lines.map(
    (line) =>
      rateOn(rules.categories, rules.registration, line.taxCategory, on) ?? {
        treatment: line.ratePpm > 0 ? 'rated' : 'outside',
        ppm: line.ratePpm,
      },
  );

/** Lays an allocation on the lines of its invoice and says which of it is taxed now, at the date of the money. */
export function settleInvoice(
  invoice: InvoiceFacts,
  allocation: Allocation,
  on: string,
  rules: BillingRules,
): SettledInvoice {
  const { lines } = invoice;
  const rates = ratesOn(lines, rules, on);
  const parts = settledParts(lines, allocation.amount, rules.goodsFirst);
  const amounts = taxedByPayment(lines, parts, rates);
  const taxed = taxedLines(lines, amounts, rates);
  const amountDue = invoice.amountDue - allocation.amount;
  const covered = coverMore(lines, parts, taxed);
  const each = (values: readonly bigint[]): { line: InvoiceLineFacts; amount: bigint }[] =>
    lines.flatMap((line, index) => {
      const amount = values[index] ?? 0n;
      return amount > 0n ? [{ line, amount }] : [];
    });
  return {
    invoice: {
      ...invoice,
      amountDue,
      state: amountDue === 0n ? 'paid' : 'open',
      lines: lines.map((line, index) => ({ ...line, ...covered[index] })),
    },
    allocation,
    parts: each(parts),
    taxed,
    plain: each(parts.map((part, index) => part - (amounts[index] ?? 0n))),
  };
}

function withholdableParts(invoice: InvoiceFacts, amount: bigint, rules: BillingRules): WithholdablePart[] {
  const parts = settledParts(invoice.lines, min(amount, invoice.amountDue), rules.goodsFirst);
  return invoice.lines.map((line, index) => ({
    incomeKind: line.incomeKind,
    net: line.net,
    total: line.total,
    part: parts[index] ?? 0n,
  }));
}

/** What is proposed that the payer withholds when `amount` of an invoice is settled. */
export const proposalFor = (invoice: InvoiceFacts, amount: bigint, payer: PayerKind, rules: BillingRules): Withheld[] =>
  proposeWithholding(payer, rules.withholding, withholdableParts(invoice, amount, rules), invoice.agreedTotal);

/** What the rates come to when `amount` of an invoice is settled: what a payer states is held against it. */
export const withholdingOf = (
  invoice: InvoiceFacts,
  amount: bigint,
  payer: PayerKind,
  rules: BillingRules,
): Withheld[] => withholdingByRate(payer, rules.withholding, withholdableParts(invoice, amount, rules));

/**
 * The most that a payer who says to settle `amount` may have withheld of it. The invoice may have been settled in part
 * since they paid, and nothing is the worse for it: what was open then counts too.
 */
export function mostWithheldOf(invoice: InvoiceFacts, amount: bigint, payer: PayerKind, rules: BillingRules): bigint {
  const unsettled = {
    ...invoice,
    amountDue: invoice.total,
    lines: invoice.lines.map((line) => ({ ...line, paid: 0n })),
  };
  return [invoice, unsettled]
    .map((one) => mostWithheld(withholdingOf(one, amount, payer, rules), rules.withholdingTolerance))
    .reduce(max);
}

/** Kinds of several invoices of one payment as its one certificate states them. */
export function mergeWithheld(lists: readonly (readonly Withheld[])[]): Withheld[] {
  const merged = new Map<string, Withheld>();
  for (const one of lists.flat()) {
    const key = `${one.kind}|${one.ratePpm}`;
    const known = merged.get(key);
    merged.set(key, known ? { ...known, base: known.base + one.base, amount: known.amount + one.amount } : one);
  }
  return [...merged.values()];
}

/** Sums of the lines of a tax document, and per rate as its foot shows them. */
export function documentSums(lines: readonly TaxedLine[]): {
  net: bigint;
  tax: bigint;
  total: bigint;
  rates: { ratePpm: number; net: bigint; tax: bigint }[];
} {
  const byRate = new Map<number, { ratePpm: number; net: bigint; tax: bigint }>();
  for (const line of lines) {
    const known = byRate.get(line.ratePpm) ?? { ratePpm: line.ratePpm, net: 0n, tax: 0n };
    byRate.set(line.ratePpm, { ...known, net: known.net + line.net, tax: known.tax + line.tax });
  }
  return {
    net: sum(lines.map((line) => line.net)),
    tax: sum(lines.map((line) => line.tax)),
    total: sum(lines.map((line) => line.total)),
    rates: [...byRate.values()],
  };
}
