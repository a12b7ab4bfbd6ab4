import { sum, type CivilDate } from '@sanya/strapi-plugin-platform/kernel';
import { type ContractLineFacts, keepPrice, type KeptPrice, SINCE_EVER, termsOf } from './contract';
import type { KeptTiers } from './price-tiers';
import type { CouponPart } from './price-versions';
import { periodsOf } from './schedule';

/** Why a line was cheaper, as its sale tells it. Minor units as text. */
export interface SoldDiscount {
  cause: string;
  name?: string;
  amount: string;
  days?: number;
  /** For how many periods a coupon takes it off, that of the sale being the first; null: for good. */
  periods?: number | null;
}

/** What is taken off each period from one on. */
export interface DiscountPhase {
  /** Its number; 1 is the first. */
  period: number;
  discount: bigint;
  coupons: readonly CouponPart[];
}

interface Sold {
  discount: bigint;
  derivation: { discounts?: readonly SoldDiscount[] } | null;
}

const isOver = ({ periods }: { periods: number | null }, period: number): boolean =>
  periods !== null && period > periods;

/**
 * What is taken off the periods of what was sold: by hand for good, by a coupon for as many periods as it says. What is
 * tried now is asked for afterwards.
 * @param asked how many periods the sale itself asked for that are not of the contract
 * @returns phase after phase; the last one holds for good
 */
export function phasesOf({ discount, derivation }: Sold, asked: 0 | 1): [DiscountPhase, ...DiscountPhase[]] {
  const given = derivation?.discounts ?? [];
  const coupons = given
    .filter(({ cause }) => cause === 'coupon')
    .map(({ name = '', amount, periods = 1 }) => ({ code: name, amount: BigInt(amount), periods }));
  const tried = sum(given.filter(({ cause }) => cause === 'trial').map(({ amount }) => BigInt(amount)));
  const byHand = discount - tried - sum(coupons.map(({ amount }) => amount));
  const phase = (period: number): DiscountPhase => {
    const held = coupons.filter((one) => !isOver(one, period + asked));
    return {
      period,
      discount: byHand + sum(held.map(({ amount }) => amount)),
      coupons: held.map(({ code, amount }) => ({ code, amount })),
    };
  };
  const ends = coupons.flatMap(({ periods }) => (periods === null ? [] : [periods - asked + 1]));
  const later = [...new Set(ends)].filter((period) => period > 1).sort((a, b) => a - b);
  return [phase(1), ...later.map(phase)];
}

/** The same, as a line is made of it. */
export function agreedOff(sold: Sold, asked: 0 | 1): { discount: bigint; phases?: readonly DiscountPhase[] } {
  const phases = phasesOf(sold, asked);
  const { discount } = phases.at(-1) ?? phases[0];
  return phases.every(({ coupons }) => coupons.length === 0) ? { discount } : { discount, phases };
}

/** The prices of a line that has not begun: each from a period on, whose day nobody knows yet. */
export const pricesOfPhases = (
  line: Pick<ContractLineFacts, 'unitPrice' | 'quantity'> & { tiers?: KeptTiers },
  phases: readonly DiscountPhase[],
): KeptPrice[] => phases.map(({ period, ...off }) => ({ ...keepPrice({ ...line, ...off, from: SINCE_EVER }), period }));

/** The prices of a line that begins, by the days of its periods; what it will not live to see is left out. */
export function datedPrices(line: ContractLineFacts): KeptPrice[] {
  const [first, ...later] = line.prices;
  const terms = termsOf(line);
  if (!first || later.length === 0 || !terms) return line.prices.map(({ period: _, ...price }) => price);
  const starts = new Map<number, CivilDate>();
  const last = Math.max(...later.map(({ period = 1 }) => period));
  let number = 0;
  for (const { start } of periodsOf(terms, [])) {
    starts.set((number += 1), start);
    if (number === last) break;
  }
  return line.prices.flatMap(({ period = 1, ...price }) => {
    if (period === 1) return [price];
    const from = starts.get(period);
    return from === undefined ? [] : [{ ...price, from }];
  });
}
