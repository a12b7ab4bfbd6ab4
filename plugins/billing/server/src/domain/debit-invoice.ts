import { badInput, conflict, notFound, spread, sum } from '@sanya/strapi-plugin-platform/kernel';
import { type CorrectedOriginal, type CorrectionFacts, correctedOriginals } from './credit-invoice';
import type { TaxDocument } from './creditable';
import type { InvoiceDraft } from './invoice-draft';
import type { BillingRules } from './rules';
import { type InvoiceLineFacts, ratesOn } from './settlement';
import { isTaxable } from './tax-rates';

/** By how much too little was charged for one line: minor units, VAT included. */
export interface DebitLineWish {
  /** Row id of the invoice line. */
  line: number;
  amount: bigint;
}

/** A part of what is charged more: on one tax invoice, or on what no tax document has named. */
export interface DebitPart {
  line: InvoiceLineFacts;
  document: TaxDocument | null;
  ratePpm: number;
  amount: bigint;
}

/** A part with the amounts that the invoice of the difference gave it. */
export interface DebitLine extends Omit<DebitPart, 'amount'> {
  /** Row id of the line of that invoice. */
  payableLine: number;
  net: bigint;
  tax: bigint;
  total: bigint;
}

function partsOf(
  { invoice, documents }: CorrectionFacts,
  { line: wanted, amount }: DebitLineWish,
  at: string,
  rules: BillingRules,
  today: string,
): DebitPart[] {
  const index = invoice.lines.findIndex((line) => line.id === wanted);
  const line = invoice.lines[index];
  if (!line) throw notFound('debit_note.line_unknown', { field: `${at}.line` });
  if (amount <= 0n) throw badInput('debit_note.amount_not_positive', { field: `${at}.amount` });
  const named = documents.flatMap((document) =>
    document.lines.filter((one) => one.invoiceLine === line.id).map((one) => ({ document, one })),
  );
  if (named.length === 0) {
    // The hand-over to come taxes goods for their old price only: the difference would be taxed too late.
    const treatment = ratesOn(invoice.lines, rules, today)[index]?.treatment ?? 'outside';
    if (line.kind === 'goods' && isTaxable(treatment)) {
      throw conflict('debit_note.goods_not_taxed', { field: `${at}.line`, params: { line: line.description } });
    }
    return [{ line, document: null, ratePpm: line.ratePpm, amount }];
  }
  const shares = spread(
    amount,
    named.map(({ one }) => one.total),
  );
  return named.flatMap(({ document, one }, place): DebitPart[] => {
    const share = shares[place] ?? 0n;
    return share > 0n ? [{ line, document, ratePpm: one.ratePpm, amount: share }] : [];
  });
}

/**
 * What a debit note charges more (s.86/9), by the tax invoices it names: the difference goes to them in proportion to
 * what they taxed of the line, at their rates.
 */
export function planDebit(
  facts: CorrectionFacts,
  wishes: readonly DebitLineWish[],
  rules: BillingRules,
  today: string,
): DebitPart[] {
  const { invoice, documents } = facts;
  if (invoice.state !== 'open' && invoice.state !== 'paid' && invoice.state !== 'uncollectible') {
    throw conflict('debit_note.invoice_not_issued', { params: { invoice: invoice.number, state: invoice.state } });
  }
  const own = documents.find((document) => document.kind === 'debit_note');
  if (own) {
    throw conflict('debit_note.of_debit_note', { params: { invoice: invoice.number, debitNote: own.number } });
  }
  const seen = new Set<number>();
  return wishes.flatMap((wish, index) => {
    if (seen.has(wish.line)) throw badInput('debit_note.line_twice', { field: `lines.${index}.line` });
    seen.add(wish.line);
    return partsOf(facts, wish, `lines.${index}`, rules, today);
  });
}

/** The invoice over the difference: what a debit note charges is paid like everything else. */
export const payableDraft = (
  { invoice }: CorrectionFacts,
  parts: readonly DebitPart[],
  source: NonNullable<InvoiceDraft['source']>,
  describe: (line: string) => string,
): InvoiceDraft => ({
  customer: invoice.customer,
  branch: invoice.branch,
  currency: invoice.currency,
  poNumber: invoice.poNumber,
  corrects: true,
  pricesIncludeTax: true,
  source,
  send: false,
  lines: parts.map(({ line, ratePpm, amount }) => ({
    sourceLine: null,
    description: describe(line.description).slice(0, 300),
    kind: line.kind,
    quantity: 1000n,
    unit: '',
    unitPrice: amount,
    discount: 0n,
    taxCategory: line.taxCategory,
    ratePpm,
    incomeKind: line.incomeKind,
    derivation: { price: { origin: 'manual' } },
  })),
});

export interface DebitSums {
  net: bigint;
  tax: bigint;
  total: bigint;
  /** The part that stands in the output VAT report. */
  taxedNet: bigint;
  taxedTax: bigint;
  originals: CorrectedOriginal[];
}

export function debitSums(facts: CorrectionFacts, lines: readonly DebitLine[]): DebitSums {
  const taxed = lines.filter((line) => line.document !== null);
  return {
    net: sum(lines.map((line) => line.net)),
    tax: sum(lines.map((line) => line.tax)),
    total: sum(lines.map((line) => line.total)),
    taxedNet: sum(taxed.map((line) => line.net)),
    taxedTax: sum(taxed.map((line) => line.tax)),
    originals: correctedOriginals(facts, lines, 1n),
  };
}
