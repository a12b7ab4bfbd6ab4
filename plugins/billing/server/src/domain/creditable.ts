import { max, min, sum } from '@sanya/strapi-plugin-platform/kernel';
import { groupByRate } from './invoice-amounts';
import type { InvoiceLineFacts } from './settlement';

/** What one line of an invoice says on a tax document. `total` = `net` + `tax`. */
export interface DocumentedPart {
  invoiceLine: number;
  ratePpm: number;
  net: bigint;
  tax: bigint;
  total: bigint;
}

/** A standing document that taxed lines of an invoice: a tax invoice, or the debit note that made the invoice. */
export interface TaxDocument {
  kind: 'tax_invoice' | 'debit_note';
  id: number;
  number: string;
  taxDate: string;
  lines: readonly DocumentedPart[];
}

/** What a standing credit note took off an invoice line. `document` is what it names; null where nothing was taxed. */
export interface CreditedPart extends Omit<DocumentedPart, 'ratePpm'> {
  document: string | null;
  /** Thousandths; null where only the price was corrected. */
  quantity: bigint | null;
}

export const documentKey = ({ kind, id }: Pick<TaxDocument, 'kind' | 'id'>): string => `${kind}:${id}`;

/** A part of an invoice line that credit notes draw from: what one document taxed of it, or what none has. */
export interface Pool {
  line: InvoiceLineFacts;
  document: TaxDocument | null;
  ratePpm: number;
  total: bigint;
  tax: bigint;
  creditedTotal: bigint;
  creditedTax: bigint;
}

/** How far a line can still be credited: amount with VAT, and quantity. */
export interface Creditable {
  line: InvoiceLineFacts;
  left: bigint;
  leftQuantity: bigint;
  /** Of documents in the order they were issued; what no document names comes last. */
  pools: Pool[];
}

export const leftIn = (pool: Pool): bigint => max(0n, pool.total - pool.creditedTotal);

type Rest = Omit<Pool, 'tax'>;

/**
 * VAT in what no document names. Documents share their VAT among lines by rounding, so a line may have had a satang more
 * than its own: the lines of one rate together still hold what the invoice has less what is documented. A rest holds no
 * less VAT than was credited of it, and no more than fits into what is left.
 */
function restTaxes(rests: readonly Rest[], taxed: readonly (readonly Pool[])[]): bigint[] {
  const own = rests.map(({ line }, index) => line.tax - sum((taxed[index] ?? []).map((pool) => pool.tax)));
  const low = rests.map(({ creditedTax }) => creditedTax);
  const high = rests.map(({ total, creditedTotal, creditedTax }) => creditedTax + max(0n, total - creditedTotal));
  const fit = (index: number, tax: bigint): bigint => min(high[index] ?? 0n, max(low[index] ?? 0n, tax));
  // Documents of another rate may hold more VAT than the invoice has: they take nothing from other lines.
  const taxes = rests.map((_, index) => fit(index, own[index] ?? 0n));
  const isAsInvoiced = rests.map(({ line }, index) => taxed[index]?.every(({ ratePpm }) => ratePpm === line.ratePpm));
  for (const group of groupByRate(rests.map(({ line }) => line))) {
    const members = group.filter((index) => isAsInvoiced[index]);
    let over = sum(members.map((index) => (taxes[index] ?? 0n) - (own[index] ?? 0n)));
    for (const index of members) {
      const before = taxes[index] ?? 0n;
      const after = fit(index, before - over);
      taxes[index] = after;
      over -= before - after;
    }
  }
  return taxes;
}

/** What of each line of an invoice credit notes may still take. */
export function creditableLines(
  lines: readonly InvoiceLineFacts[],
  documents: readonly TaxDocument[],
  credited: readonly CreditedPart[],
): Creditable[] {
  const takenFrom = (line: number, key: string | null): Pick<Pool, 'creditedTotal' | 'creditedTax'> => {
    const parts = credited.filter((part) => part.invoiceLine === line && part.document === key);
    return {
      creditedTotal: sum(parts.map((part) => part.total)),
      creditedTax: sum(parts.map((part) => part.tax)),
    };
  };
  const known = lines.map((line) => {
    const taxed = documents.flatMap((document) =>
      document.lines
        .filter((part) => part.invoiceLine === line.id)
        .map(({ ratePpm, total, tax }): Pool => {
          return { line, document, ratePpm, total, tax, ...takenFrom(line.id, documentKey(document)) };
        }),
    );
    const total = max(0n, line.total - sum(taxed.map((pool) => pool.total)));
    const rest: Rest = { line, document: null, ratePpm: line.ratePpm, total, ...takenFrom(line.id, null) };
    return { line, taxed, rest };
  });
  const taxes = restTaxes(
    known.map(({ rest }) => rest),
    known.map(({ taxed }) => taxed),
  );
  return known.map(({ line, taxed, rest }, index) => {
    const own = credited.filter((part) => part.invoiceLine === line.id);
    return {
      line,
      left: max(0n, line.total - sum(own.map((part) => part.total))),
      leftQuantity: max(0n, line.quantity - sum(own.map((part) => part.quantity ?? 0n))),
      pools: [...taxed, { ...rest, tax: taxes[index] ?? 0n }],
    };
  });
}
