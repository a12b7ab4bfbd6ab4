import { min, sum } from '@sanya/strapi-plugin-platform/kernel';

/** What a tax invoice says of a line. `total` = `net` + `tax`. */
export interface TaxedLine {
  invoiceLine: number;
  kind: 'goods' | 'service';
  ratePpm: number;
  net: bigint;
  tax: bigint;
  total: bigint;
}

/** A tax invoice of a payment, with what credit notes that name it took off its lines. */
export interface PaidTaxInvoice<Line extends TaxedLine = TaxedLine> {
  id: number;
  lines: readonly Line[];
  credited: readonly Pick<TaxedLine, 'invoiceLine' | 'net' | 'tax'>[];
}

/** What becomes of the tax invoices of a payment that is reversed; by their row ids. */
export interface Reversal<Line extends TaxedLine = TaxedLine> {
  /** Services only: their tax point was the payment. Cancelled; the number stays. */
  cancelled: number[];
  /** Replaced by one that says so much alone, with the old tax date: the goods, and what a credit note took off already. */
  replaced: Map<number, Line[]>;
  /** Goods only: stays as it is. */
  kept: number[];
}

/** What of a line stays taxed when the money is gone. */
function staying<Line extends TaxedLine>(line: Line, credited: PaidTaxInvoice['credited']): Line {
  if (line.kind === 'goods') return line;
  const own = credited.filter(({ invoiceLine }) => invoiceLine === line.invoiceLine);
  const net = min(line.net, sum(own.map((one) => one.net)));
  const tax = min(line.tax, sum(own.map((one) => one.tax)));
  return { ...line, net, tax, total: net + tax };
}

/**
 * Where a payment is reversed, the tax point of a service falls away with the money (Revenue Code s.78/1): its tax
 * invoices are cancelled, not deleted. That of goods was their hand-over (s.78): its tax invoice stays. What a credit note
 * took off stays too: to cancel it as well would take its VAT off twice.
 */
export function reversalOf<Line extends TaxedLine>(taxInvoices: readonly PaidTaxInvoice<Line>[]): Reversal<Line> {
  const reversal: Reversal<Line> = { cancelled: [], replaced: new Map(), kept: [] };
  for (const { id, lines, credited } of taxInvoices) {
    const stay = lines.map((line) => staying(line, credited)).filter(({ total }) => total > 0n);
    if (lines.every(({ kind }) => kind === 'goods')) reversal.kept.push(id);
    else if (stay.length > 0) reversal.replaced.set(id, stay);
    else reversal.cancelled.push(id);
  }
  return reversal;
}
