import { abs, max, mulDiv, rateOf, spread, sum } from '@sanya/strapi-plugin-platform/kernel';

export type PayerKind = 'person' | 'organisation' | 'government';

/** Rates by income kind and the one rate that government withholds from everything, in ppm. */
export interface WithholdingRates {
  kinds: readonly { kind: string; ppm: number }[];
  governmentPpm: number;
  /** A contract whose total before VAT is below this has nothing withheld. */
  from: bigint;
}

/** The part of an invoice line that a payment covers. */
export interface WithholdablePart {
  incomeKind: string | null;
  net: bigint;
  total: bigint;
  /** How much of `total` is settled. */
  part: bigint;
}

/** What is withheld of one income kind. Base is the price before VAT. */
export interface Withheld {
  kind: string;
  base: bigint;
  ratePpm: number;
  amount: bigint;
}

const GOODS = 'goods';

const rateFor = (payer: PayerKind, rates: WithholdingRates, kind: string): number =>
  payer === 'government' ? rates.governmentPpm : (rates.kinds.find((one) => one.kind === kind)?.ppm ?? 0);

/** The price before VAT of all that this payer withholds from, settled or not. */
const withholdableNet = (
  payer: PayerKind,
  rates: WithholdingRates,
  parts: readonly Pick<WithholdablePart, 'incomeKind' | 'net'>[],
): bigint =>
  sum(parts.filter(({ incomeKind }) => rateFor(payer, rates, incomeKind ?? GOODS) > 0).map(({ net }) => net));

/**
 * What is proposed that the payer withholds of the lines of one invoice: by rate, where their total, or that of the
 * contract which the invoice is a part of, reaches that from which a contract counts. However small a part of it is
 * settled, the total counts.
 * @param agreedTotal of the whole contract, before VAT; null or absent: as the invoice
 */
export const proposeWithholding = (
  payer: PayerKind,
  rates: WithholdingRates,
  parts: readonly WithholdablePart[],
  agreedTotal?: bigint | null,
): Withheld[] =>
  max(withholdableNet(payer, rates, parts), agreedTotal ?? 0n) < rates.from
    ? []
    : withholdingByRate(payer, rates, parts);

/**
 * What the rates come to: per income kind the price before VAT of what is settled, rounded half up once per kind.
 * Private persons do not withhold; government withholds one rate from everything. Kinds at 0 are left out. What a payer
 * states is held against it: they know whether a small invoice is one of many of their contract, the invoice does not.
 */
export function withholdingByRate(
  payer: PayerKind,
  rates: WithholdingRates,
  parts: readonly WithholdablePart[],
): Withheld[] {
  if (payer === 'person') return [];
  const kinds = new Map<string, { net: bigint; total: bigint; part: bigint }>();
  for (const { incomeKind, net, total, part } of parts) {
    const known = kinds.get(incomeKind ?? GOODS) ?? { net: 0n, total: 0n, part: 0n };
    kinds.set(incomeKind ?? GOODS, { net: known.net + net, total: known.total + total, part: known.part + part });
  }
  return [...kinds].flatMap(([kind, { net, total, part }]) => {
    const ratePpm = rateFor(payer, rates, kind);
    const base = total === 0n ? 0n : mulDiv(net, part, total);
    const amount = rateOf(base, ratePpm);
    return amount > 0n ? [{ kind, base, ratePpm, amount }] : [];
  });
}

export const withheldTotal = (withheld: readonly Withheld[]): bigint => sum(withheld.map((one) => one.amount));

/** A kind as the payer states it; `amount` where the certificate differs from the computed one. */
export interface StatedWithholding {
  kind: string;
  base?: bigint;
  ratePpm?: number;
  amount?: bigint;
}

/** The first kind whose stated amount is not within `tolerance` of the proposal, with what would be right. */
export interface WithholdingMismatch {
  kind: string;
  stated: bigint;
  expected: bigint;
}

/**
 * Takes the payer's correction: per kind the amount of the certificate, within a tolerance of the proposal. A kind
 * that is not proposed counts as expected 0. `twice` is the place of a kind that was named before: a certificate has
 * one row a kind, and each row more would be withheld again.
 */
export function correctWithholding(
  proposal: readonly Withheld[],
  stated: readonly StatedWithholding[],
  tolerance: bigint,
): { withheld: Withheld[] } | { mismatch: WithholdingMismatch } | { twice: number } {
  const withheld: Withheld[] = [];
  for (const [index, one] of stated.entries()) {
    if (stated.findIndex(({ kind }) => kind === one.kind) < index) return { twice: index };
    const proposed = proposal.find((candidate) => candidate.kind === one.kind);
    const expected = proposed?.amount ?? 0n;
    const byRate = one.base !== undefined && one.ratePpm !== undefined ? rateOf(one.base, one.ratePpm) : expected;
    const amount = one.amount ?? byRate;
    if (!proposed || abs(amount - expected) > tolerance) {
      return { mismatch: { kind: one.kind, stated: amount, expected } };
    }
    withheld.push({ ...proposed, amount });
  }
  return { withheld };
}

/** The most that may be withheld: what is proposed, each kind up to the tolerance more; nothing of what is not proposed. */
export const mostWithheld = (proposal: readonly Withheld[], tolerance: bigint): bigint =>
  sum(proposal.map((one) => one.amount + tolerance));

/** Splits one withheld sum that staff read off a certificate over the proposed kinds. */
export function spreadWithheld(proposal: readonly Withheld[], total: bigint): Withheld[] {
  const parts = spread(
    total,
    proposal.map((one) => one.amount),
  );
  return proposal.map((one, index) => ({ ...one, amount: parts[index] ?? 0n })).filter((one) => one.amount > 0n);
}
