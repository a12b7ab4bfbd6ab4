import { conflict, min, sum } from '@sanya/strapi-plugin-platform/kernel';
import type { InvoiceFacts, InvoiceLineFacts } from './settlement';

/** What a tax invoice has documented of one invoice line. */
export interface TaxedEarlier {
  taxInvoice: number;
  number: string;
  taxDate: string;
  invoiceLine: number;
  ratePpm: number;
  net: bigint;
  tax: bigint;
  total: bigint;
}

/** One line of a credit note: of a tax invoice, or of what no tax document has named. */
export interface CreditLine {
  line: InvoiceLineFacts;
  taxInvoice: number | null;
  ratePpm: number;
  net: bigint;
  tax: bigint;
  total: bigint;
}

/** The tax invoice a credit note corrects: its value, the right value, the difference (s.86/10). All before VAT but the tax. */
export interface CreditedOriginal {
  taxInvoice: number;
  number: string;
  taxDate: string;
  value: bigint;
  right: bigint;
  difference: bigint;
  tax: bigint;
}

export interface CreditPlan {
  invoice: InvoiceFacts;
  lines: CreditLine[];
  net: bigint;
  tax: bigint;
  total: bigint;
  /** The part that stands in the output VAT report. */
  taxedNet: bigint;
  taxedTax: bigint;
  originals: CreditedOriginal[];
  /** What it takes off the invoice itself; the rest is customer credit. */
  offset: bigint;
}

/**
 * Credits an invoice whole: each tax invoice by what it says, and what is not taxed as a plain adjustment outside the
 * VAT report. It never exceeds what was charged.
 */
export function planWholeCredit(
  invoice: InvoiceFacts,
  earlier: readonly TaxedEarlier[],
  creditedBefore: boolean,
): CreditPlan {
  if (invoice.state !== 'open' && invoice.state !== 'paid' && invoice.state !== 'uncollectible') {
    throw conflict('credit_note.invoice_not_issued', { params: { invoice: invoice.number, state: invoice.state } });
  }
  if (creditedBefore || invoice.total === 0n) {
    throw conflict('credit_note.nothing_left', { params: { invoice: invoice.number } });
  }
  const lines = invoice.lines.flatMap((line) => creditLines(line, earlier));
  const taxed = lines.filter((line) => line.taxInvoice !== null);
  return {
    invoice,
    lines,
    net: sum(lines.map((line) => line.net)),
    tax: sum(lines.map((line) => line.tax)),
    total: sum(lines.map((line) => line.total)),
    taxedNet: sum(taxed.map((line) => line.net)),
    taxedTax: sum(taxed.map((line) => line.tax)),
    originals: originalsOf(earlier),
    offset: min(invoice.amountDue, invoice.total),
  };
}

function creditLines(line: InvoiceLineFacts, earlier: readonly TaxedEarlier[]): CreditLine[] {
  const own = earlier.filter((one) => one.invoiceLine === line.id);
  const total = line.total - sum(own.map((one) => one.total));
  const tax = line.tax - sum(own.map((one) => one.tax));
  return [
    ...own.map(({ taxInvoice, ratePpm, net, tax: vat, total: gross }) => ({
      line,
      taxInvoice,
      ratePpm,
      net,
      tax: vat,
      total: gross,
    })),
    ...(total > 0n ? [{ line, taxInvoice: null, ratePpm: line.ratePpm, net: total - tax, tax, total }] : []),
  ];
}

function originalsOf(earlier: readonly TaxedEarlier[]): CreditedOriginal[] {
  const byId = new Map<number, CreditedOriginal>();
  for (const one of earlier) {
    const known = byId.get(one.taxInvoice);
    const value = (known?.value ?? 0n) + one.net;
    byId.set(one.taxInvoice, {
      taxInvoice: one.taxInvoice,
      number: one.number,
      taxDate: one.taxDate,
      value,
      right: 0n,
      difference: value,
      tax: (known?.tax ?? 0n) + one.tax,
    });
  }
  return [...byId.values()];
}
