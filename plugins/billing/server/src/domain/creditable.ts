import { max, min, sum } from '@sanya/strapi-plugin-platform/kernel';
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

/** What of each line of an invoice credit notes may still take. */
export function creditableLines(
  lines: readonly InvoiceLineFacts[],
  documents: readonly TaxDocument[],
  credited: readonly CreditedPart[],
): Creditable[] {
  return lines.map((line) => {
    const own = credited.filter((part) => part.invoiceLine === line.id);
    const takenFrom = (key: string | null): { creditedTotal: bigint; creditedTax: bigint } => {
      const parts = own.filter((part) => part.document === key);
      return {
        creditedTotal: sum(parts.map((part) => part.total)),
        creditedTax: sum(parts.map((part) => part.tax)),
      };
    };
    const taxed = documents.flatMap((document) =>
      document.lines
        .filter((part) => part.invoiceLine === line.id)
        .map(
          ({ ratePpm, total, tax }): Pool => ({
            line,
            document,
            ratePpm,
            total,
            tax,
            ...takenFrom(documentKey(document)),
          }),
        ),
    );
    const total = max(0n, line.total - sum(taxed.map((pool) => pool.total)));
    const rest: Pool = {
      line,
      document: null,
      ratePpm: line.ratePpm,
      total,
      // Documents of another rate may hold more VAT than the invoice has: what is left never holds less than none.
      tax: min(total, max(0n, line.tax - sum(taxed.map((pool) => pool.tax)))),
      ...takenFrom(null),
    };
    return {
      line,
      left: max(0n, line.total - sum(own.map((part) => part.total))),
      leftQuantity: max(0n, line.quantity - sum(own.map((part) => part.quantity ?? 0n))),
      pools: [...taxed, rest],
    };
  });
}
