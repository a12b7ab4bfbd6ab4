import { conflict, max, min, mulDiv, spread, sum } from '@sanya/strapi-plugin-platform/kernel';
import { type CreditedAmount, creditedAmounts, type LineWish } from './credit-wishes';
import { creditableLines, type CreditedPart, documentKey, leftIn, type Pool, type TaxDocument } from './creditable';
import { creditedTaxes, type Draw } from './credited-tax';
import type { InvoiceFacts, InvoiceLineFacts } from './settlement';

/** One line of a credit note: of a document that taxed it, or of what none has named. */
export interface CreditLine {
  line: InvoiceLineFacts;
  document: TaxDocument | null;
  ratePpm: number;
  quantity: bigint | null;
  net: bigint;
  tax: bigint;
  total: bigint;
}

/**
 * The document that a note corrects (s.86/9, s.86/10): its value as it stands after earlier notes, the right value, the
 * difference. All before VAT; `tax` is the VAT on the difference, `issued` the value on the document itself.
 */
export interface CorrectedOriginal {
  kind: TaxDocument['kind'];
  document: number;
  number: string;
  taxDate: string;
  issued: bigint;
  value: bigint;
  right: bigint;
  difference: bigint;
  tax: bigint;
}

/** What is known of an invoice that is to be corrected. */
export interface CorrectionFacts {
  invoice: InvoiceFacts;
  documents: readonly TaxDocument[];
  credited: readonly CreditedPart[];
  /** Value before VAT that standing debit notes added to documents, by their key. */
  debited: ReadonlyMap<string, bigint>;
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
  originals: CorrectedOriginal[];
  /** All of the invoice is credited with it. */
  whole: boolean;
}

export interface CreditDemand {
  cause: string;
  /** None: whole. */
  lines?: readonly LineWish[];
}

/** Causes that take goods back which were handed over: it is their hand-over that is undone. */
const TAKEN_BACK = new Set(['goods_returned', 'goods_faulty']);

/**
 * How much of a credit goes against tax documents. What is not taxed yet is taken first, as it will never be; but goods
 * that come back were taxed when they were handed over, and so is what they cost, as far as it is not paid for.
 */
function taxedShare({ creditable, amount }: CreditedAmount, cause: string): bigint {
  const { line, left, pools } = creditable;
  const documented = sum(pools.filter((pool) => pool.document).map(leftIn));
  const needed = max(0n, documented - (left - amount));
  if (line.kind !== 'goods' || !TAKEN_BACK.has(cause)) return min(needed, min(amount, documented));
  const handed = mulDiv(line.total, line.handedOver, line.quantity);
  const takenBack = sum(pools.filter((pool) => pool.document).map((pool) => pool.creditedTotal));
  const paidFor = min(line.paid, left - amount);
  const undone = max(0n, min(min(amount, handed - takenBack), documented - paidFor));
  return min(max(needed, undone), min(amount, documented));
}

/** Takes an amount from pools, the oldest document first. */
function drawFrom(pools: readonly Pool[], amount: bigint): Draw[] {
  let open = amount;
  return pools.flatMap((pool) => {
    const part = min(open, leftIn(pool));
    open -= part;
    return part > 0n ? [{ pool, amount: part }] : [];
  });
}

interface Drawn {
  credited: CreditedAmount;
  draws: Draw[];
}

function draw(credited: CreditedAmount, cause: string): Drawn {
  const { pools, line } = credited.creditable;
  const taxed = taxedShare(credited, cause);
  const documented = drawFrom(
    pools.filter((pool) => pool.document),
    taxed,
  );
  const rest = pools.find((pool) => pool.document === null);
  if (!rest) throw new Error(`Line ${line.id} has no pool of what is not taxed`);
  const open = credited.amount - sum(documented.map((one) => one.amount));
  const isEmpty = documented.length === 0 && credited.quantity !== null;
  return { credited, draws: open > 0n || isEmpty ? [...documented, { pool: rest, amount: open }] : documented };
}

/** The documents that parts of a note correct, in the order of the invoice's documents. */
export function correctedOriginals(
  { documents, credited, debited }: CorrectionFacts,
  parts: readonly { document: TaxDocument | null; net: bigint; tax: bigint }[],
  direction: 1n | -1n,
): CorrectedOriginal[] {
  return documents.flatMap((document) => {
    const own = parts.filter((part) => part.document === document);
    if (own.length === 0) return [];
    const key = documentKey(document);
    const issued = sum(document.lines.map((line) => line.net));
    const taken = sum(credited.filter((part) => part.document === key).map((part) => part.net));
    const value = issued - taken + (debited.get(key) ?? 0n);
    const difference = sum(own.map((part) => part.net));
    return [
      {
        kind: document.kind,
        document: document.id,
        number: document.number,
        taxDate: document.taxDate,
        issued,
        value,
        right: value + direction * difference,
        difference,
        tax: sum(own.map((part) => part.tax)),
      },
    ];
  });
}

/** Whether there is anything to correct: it was issued, and is not void. */
export const isCreditable = ({ state }: Pick<InvoiceFacts, 'state'>): boolean =>
  state === 'open' || state === 'paid' || state === 'uncollectible';

/**
 * Credits an invoice, whole or by lines: against each document by what it says, at its rate, and what is not taxed as a
 * plain adjustment outside the VAT report. It never exceeds what is left of a line, in amount or in quantity.
 */
export function planCredit(facts: CorrectionFacts, { cause, lines: wishes }: CreditDemand): CreditPlan {
  const { invoice, documents, credited } = facts;
  if (!isCreditable(invoice)) {
    throw conflict('credit_note.invoice_not_issued', { params: { invoice: invoice.number, state: invoice.state } });
  }
  const creditable = creditableLines(invoice.lines, documents, credited);
  const amounts = creditedAmounts(creditable, wishes, invoice);
  const drawn = amounts.map((one) => draw(one, cause));
  const taxes = creditedTaxes(
    drawn.flatMap((one) => one.draws),
    creditable.flatMap((one) => one.pools),
  );
  let place = 0;
  const lines = drawn.flatMap(({ credited: { quantity }, draws }): CreditLine[] => {
    const quantities = spread(
      quantity ?? 0n,
      draws.map((one) => one.amount),
    );
    return draws.map(({ pool, amount }, index) => {
      const tax = taxes[place] ?? 0n;
      place += 1;
      return {
        line: pool.line,
        document: pool.document,
        ratePpm: pool.ratePpm,
        quantity: quantity === null ? null : (quantities[index] ?? 0n),
        net: amount - tax,
        tax,
        total: amount,
      };
    });
  });
  const taxed = lines.filter((line) => line.document !== null);
  const total = sum(lines.map((line) => line.total));
  return {
    invoice,
    lines,
    net: total - sum(lines.map((line) => line.tax)),
    tax: sum(lines.map((line) => line.tax)),
    total,
    taxedNet: sum(taxed.map((line) => line.net)),
    taxedTax: sum(taxed.map((line) => line.tax)),
    originals: correctedOriginals(facts, lines, -1n),
    whole: total === sum(creditable.map((one) => one.left)),
  };
}
