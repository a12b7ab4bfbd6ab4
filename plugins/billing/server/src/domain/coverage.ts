import { cumulativePart, max, min, mulDiv, rateInside, spread, sum } from '@sanya/strapi-plugin-platform/kernel';
import { groupByRate } from './invoice-amounts';
import { isTaxable, type RateOn } from './tax-rates';

/** What tax documents have taxed at one rate. `total` includes `tax`. */
export interface RateTotal {
  ratePpm: number;
  total: bigint;
  tax: bigint;
}

/** An issued line and how far it is settled and taxed. All amounts include tax. */
export interface CoveredLine {
  id: number;
  kind: 'goods' | 'service';
  taxCategory: string;
  ratePpm: number;
  quantity: bigint;
  net: bigint;
  tax: bigint;
  total: bigint;
  /** Settled by standing allocations. */
  paid: bigint;
  /** On standing tax invoices. */
  taxed: bigint;
  /** What standing tax invoices taxed, at each rate: the rate of a tax point need not be the invoice's. */
  taxedAt: readonly RateTotal[];
  /** Of `taxed`, what the books before have documented. */
  taxedBefore?: bigint;
  /** Credited outside of tax documents: so much of the line will never be taxed. `adjustedTax` is the VAT in it. */
  adjusted: bigint;
  adjustedTax: bigint;
  /** Quantity handed over, in thousandths. */
  handedOver: bigint;
}

/** What of a line may still stand on tax documents. */
export const untaxed = (line: Pick<CoveredLine, 'total' | 'taxed' | 'adjusted'>): bigint =>
  max(0n, line.total - line.taxed - line.adjusted);

/**
 * Which lines an amount settles: pro rata to what is unsettled, or goods first. Parts add up to the amount and never
 * exceed what is unsettled, so that the last payment takes the rest. Each line has the tax
 * point of its kind: goods s.78, services s.78/1 of the Revenue Code.
 */
export function settledParts(lines: readonly CoveredLine[], amount: bigint, goodsFirst: boolean): bigint[] {
  const open = lines.map((line) => line.total - line.paid);
  if (!goodsFirst) return spread(amount, open);
  const goods = lines.map((line, index) => (line.kind === 'goods' ? (open[index] ?? 0n) : 0n));
  const services = lines.map((line, index) => (line.kind === 'goods' ? 0n : (open[index] ?? 0n)));
  const toGoods = min(amount, sum(goods));
  const first = spread(toGoods, goods);
  const second = spread(amount - toGoods, services);
  return first.map((part, index) => part + (second[index] ?? 0n));
}

/**
 * How much of each settled part reaches its tax point now: a line is taxed up to what is settled of it, less what was
 * taxed before (at hand-over, by an early tax invoice, by a payment since reversed). Exempt sales, and sales outside
 * VAT, never are.
 */
export const taxedByPayment = (
  lines: readonly CoveredLine[],
  parts: readonly bigint[],
  rates: readonly RateOn[],
): bigint[] =>
  lines.map((line, index) => {
    const part = parts[index] ?? 0n;
    if (!isTaxable(rates[index]?.treatment ?? 'outside')) return 0n;
    return min(min(part, max(0n, line.paid + part - line.taxed)), untaxed(line));
  });

/** What handing over quantities brings to its tax point: their value less what is taxed already. Services: nothing. */
export const taxedByHandOver = (
  lines: readonly CoveredLine[],
  quantities: readonly bigint[],
  rates: readonly RateOn[],
): bigint[] =>
  lines.map((line, index) => {
    const quantity = quantities[index] ?? 0n;
    if (line.kind !== 'goods' || quantity === 0n || !isTaxable(rates[index]?.treatment ?? 'outside')) return 0n;
    const value = mulDiv(line.total, line.handedOver + quantity, line.quantity);
    return min(max(0n, value - line.taxed), untaxed(line));
  });

/** What a deliberate early tax invoice taxes: all that is not taxed yet. */
export const taxedEarly = (lines: readonly CoveredLine[], rates: readonly RateOn[]): bigint[] =>
  lines.map((line, index) => (isTaxable(rates[index]?.treatment ?? 'outside') ? untaxed(line) : 0n));

/** One line of a tax document. `total` = `net` + `tax`. */
export interface TaxedLine {
  line: number;
  ratePpm: number;
  net: bigint;
  tax: bigint;
  total: bigint;
}

/**
 * The lines of a tax document over gross amounts. VAT is cumulative per (category, rate) of the invoice: what the sum
 * so far should carry less what is documented, so that the documents of an invoice, with what was credited outside of
 * them, add up to its VAT and the last takes the rest. Where the rate of the tax point is another than the invoice's, VAT is taken out of the amount at that rate,
 * cumulative too: what documents of one rate carry is never reckoned with those of another.
 */
export function taxedLines(
  lines: readonly CoveredLine[],
  amounts: readonly bigint[],
  rates: readonly RateOn[],
): TaxedLine[] {
  const taxes = lines.map(() => 0n);
  for (const group of groupByRate(lines)) {
    const members = group.flatMap((index) => {
      const line = lines[index];
      return line ? [{ index, line, amount: amounts[index] ?? 0n, rate: rates[index]?.ppm ?? line.ratePpm }] : [];
    });
    const now = sum(members.map((member) => member.amount));
    const [first] = members;
    if (now === 0n || !first) continue;
    const earlier = members.flatMap(({ line }) => line.taxedAt.filter((one) => one.ratePpm === first.rate));
    const documented = sum(earlier.map((one) => one.tax));
    const before = sum(earlier.map((one) => one.total));
    const asInvoiced = first.rate === first.line.ratePpm;
    const exact = asInvoiced
      ? cumulativePart(
          sum(members.map(({ line }) => line.tax - line.adjustedTax)),
          before + now,
          sum(members.map(({ line }) => line.total - line.adjusted)),
          documented,
        )
      : rateInside(before + now, first.rate) - documented;
    // Cancelled documents may leave a satang too much documented: a document never carries VAT below zero.
    const tax = min(now, max(0n, exact));
    const amountsOfLines = members.map((member) => member.amount);
    const weights = members.map(({ amount, line }) =>
      !asInvoiced ? amount : line.total === 0n ? 0n : mulDiv(amount, line.tax, line.total),
    );
    // Of a few satang every share is none: the VAT belongs to what has an amount all the same.
    const parts = spread(tax, sum(weights) === 0n ? amountsOfLines : weights);
    members.forEach(({ index }, place) => {
      taxes[index] = parts[place] ?? 0n;
    });
  }
  return lines.flatMap((line, index) => {
    const total = amounts[index] ?? 0n;
    const tax = taxes[index] ?? 0n;
    return total === 0n && tax === 0n
      ? []
      : [{ line: line.id, ratePpm: rates[index]?.ppm ?? line.ratePpm, net: total - tax, tax, total }];
  });
}

/** What is taxed at each rate once a document more stands. */
export function addAt(taxedAt: readonly RateTotal[], { ratePpm, total, tax }: RateTotal): RateTotal[] {
  const known = taxedAt.find((one) => one.ratePpm === ratePpm) ?? { ratePpm, total: 0n, tax: 0n };
  const others = taxedAt.filter((one) => one.ratePpm !== ratePpm);
  return [...others, { ratePpm, total: known.total + total, tax: known.tax + tax }];
}

/** The lines after a settlement or a tax document: for the next payment of the same run. */
export function coverMore(
  lines: readonly CoveredLine[],
  parts: readonly bigint[],
  taxed: readonly TaxedLine[],
): CoveredLine[] {
  return lines.map((line, index) => {
    const documented = taxed.find((one) => one.line === line.id);
    return {
      ...line,
      paid: line.paid + (parts[index] ?? 0n),
      taxed: line.taxed + (documented?.total ?? 0n),
      taxedAt: documented ? addAt(line.taxedAt, documented) : line.taxedAt,
    };
  });
}
