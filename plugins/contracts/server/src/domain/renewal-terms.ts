import { badInput, extend, mulDiv, sum } from '@sanya/strapi-plugin-platform/kernel';
import type { ContractLineFacts } from './contract';
import { type RenewalAmounts, type RenewalBasis, type RenewalTable } from './renewal-price';
import type { DiscountPhase } from './discount-phases';
import { periodsIn, priceOfTerm } from './term-price';

/** What the terms after the first cost, as a contract keeps it: plain JSON, amounts in minor units as text. */
export interface RenewalTerms {
  basis: RenewalBasis;
  /** Row by row from the first paid term on: rates of the basis, or for `fixed` amounts. */
  ratesPpm?: number[];
  amounts?: string[];
  /** What the lines under the contract came to in a term when it was made. */
  before: string;
  after: string;
  /** What they came to when the term that runs was agreed; as when it was made without. */
  agreed?: string;
  /** How far what is promised has moved since then, from `of` to `to`. */
  moved?: { of: string; to: string };
}

export type RenewalTermsWish = Pick<RenewalTerms, 'basis' | 'ratesPpm' | 'amounts'>;

const MOST_ROWS = 50;
/** Ten times of what was paid is mistyped. */
const MOST_PPM = 10_000_000;

/** Refuses a table of which no price can be read. */
export function checkRenewalTerms({ basis, ratesPpm, amounts }: RenewalTermsWish, field: string): void {
  const rows = basis === 'fixed' ? amounts : ratesPpm;
  if (!rows || rows.length === 0 || rows.length > MOST_ROWS) {
    throw badInput('renewal.table_rows', { field, params: { most: MOST_ROWS } });
  }
  if (basis !== 'fixed' && ratesPpm?.some((rate) => !Number.isSafeInteger(rate) || rate < 0 || rate > MOST_PPM)) {
    throw badInput('renewal.rate_out_of_range', { field: `${field}.ratesPpm` });
  }
}

type PricedLine = Pick<ContractLineFacts, 'unitPrice' | 'quantity' | 'discount' | 'cycleUnit' | 'cycleCount'> & {
  phases?: readonly DiscountPhase[];
};

/** What is off the n-th period of a line. */
const offAt = ({ discount, phases = [] }: PricedLine, period: number): bigint =>
  phases.filter((phase) => phase.period <= period).at(-1)?.discount ?? discount;

/** The terms as they are kept: with what the lines cost that stand under the contract. */
export function keepRenewalTerms(
  { basis, ratesPpm, amounts }: RenewalTermsWish,
  lines: readonly PricedLine[],
  termMonths: number,
): RenewalTerms {
  const inTerm = (amount: bigint, { cycleUnit: unit, cycleCount: count }: PricedLine): bigint =>
    priceOfTerm(amount, { unit, count }, termMonths);
  const full = ({ unitPrice, quantity }: PricedLine): bigint => extend(unitPrice, quantity);
  const lastOf = ({ cycleUnit: unit, cycleCount: count }: PricedLine): number => periodsIn(termMonths, { unit, count });
  const costing = (periodOf: (line: PricedLine) => number): string =>
    String(sum(lines.map((line) => inTerm(full(line) - offAt(line, periodOf(line)), line))));
  const [after, agreed] = [costing(() => 1), costing(lastOf)];
  return {
    basis,
    ...(basis === 'fixed' ? { amounts: amounts ?? [] } : { ratesPpm: ratesPpm ?? [] }),
    before: String(sum(lines.map((line) => inTerm(full(line), line)))),
    after,
    // A coupon that is over by the end of the term is no change of what was agreed.
    ...(agreed === after ? {} : { agreed }),
  };
}

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));

/**
 * The terms of a contract whose lines come to another amount than when its term was agreed: what the table speaks of moves
 * in proportion. Kept as a fraction, so that what is changed back is as it was. From or to nothing there is no proportion.
 * @param now what the lines that go on come to in a term
 */
export function movedTo(terms: RenewalTerms, now: bigint): RenewalTerms {
  const agreed = BigInt(terms.agreed ?? terms.after);
  if (agreed <= 0n || now <= 0n || agreed === now) return terms;
  const [of, to] = [BigInt(terms.moved?.of ?? 1) * agreed, BigInt(terms.moved?.to ?? 1) * now];
  const common = gcd(of, to);
  return { ...terms, agreed: String(now), moved: { of: String(of / common), to: String(to / common) } };
}

/**
 * The terms with another table, agreed while the contract runs. What it speaks of goes on being what was agreed for the first
 * term; how far that has moved since is taken into it, so that fixed amounts are those of what is promised now.
 * @param now what the lines that go on come to in a term
 */
export function withTable(
  kept: RenewalTerms,
  { basis, ratesPpm, amounts }: RenewalTermsWish,
  now: bigint,
): RenewalTerms {
  const terms = movedTo(kept, now);
  const [before, after] = [terms.before, terms.after].map((amount) => String(inProportion(terms, BigInt(amount))));
  return {
    basis,
    ...(basis === 'fixed' ? { amounts: amounts ?? [] } : { ratesPpm: ratesPpm ?? [] }),
    ...{ before: before ?? terms.before, after: after ?? terms.after, agreed: String(now) },
  };
}

const inProportion = ({ moved }: RenewalTerms, amount: bigint): bigint =>
  moved ? mulDiv(amount, BigInt(moved.to), BigInt(moved.of)) : amount;

export const tableOf = (terms: RenewalTerms): RenewalTable => {
  const { basis, ratesPpm = [], amounts = [] } = terms;
  return basis === 'fixed'
    ? { basis, amounts: amounts.map((amount) => inProportion(terms, BigInt(amount))) }
    : { basis, ratesPpm };
};

/** @param listPrice what the lines cost by the catalogue today, as they are now; null where it does not say */
export const amountsOf = (terms: RenewalTerms, listPrice: bigint | null): RenewalAmounts => ({
  invoice_before_discount: inProportion(terms, BigInt(terms.before)),
  invoice_after_discount: inProportion(terms, BigInt(terms.after)),
  list_price: listPrice ?? inProportion(terms, BigInt(terms.before)),
});
