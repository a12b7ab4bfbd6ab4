import { badInput, extend, formatQuantity, moneyParam, parseQuantity, sum } from '@sanya/strapi-plugin-platform/kernel';
import { minorOf } from './minor';

export const PRICE_MODELS = ['fixed', 'volume', 'graduated'] as const;
/**
 * How a unit price follows the quantity: not at all; the tier that the quantity reaches counts for all of it (volume);
 * every tier counts for the part of the quantity that lies in it (graduated).
 */
export type PriceModel = (typeof PRICE_MODELS)[number];

/** A tier as it is kept and sent: from a decimal quantity on, minor units apiece. */
export interface KeptTier {
  from: string;
  unitPrice: string;
}

/** Thousandths and minor units. */
export interface Tier {
  from: bigint;
  unitPrice: bigint;
}

/** A part of a quantity that has one unit price. */
export interface Band {
  /** Where its tier begins; null: the price has no tiers. */
  tier: bigint | null;
  /** The first of its quantity, counted through the whole; the last is `to`. */
  from: bigint;
  to: bigint;
  quantity: bigint;
  unitPrice: bigint;
}

export interface TieredPrice {
  model: PriceModel;
  /** Minor units; where there are tiers, that of the first. */
  unitPrice: bigint;
  tiers: readonly KeptTier[] | null;
}

/** What a whole order line may be worth, in minor units. */
export const MOST_PRICE = 1_000_000_000_000n;

export function checkAmount(amount: bigint, field: string, currency: string): bigint {
  if (amount < 0n) throw badInput('price.negative', { field });
  if (amount > MOST_PRICE) {
    throw badInput('price.too_large', { field, params: { most: moneyParam(MOST_PRICE, currency) } });
  }
  return amount;
}

/** Of tiers that were checked when they were written. */
const tiersOf = (tiers: readonly KeptTier[]): Tier[] =>
  tiers.map(({ from, unitPrice }) => ({ from: parseQuantity(from) ?? 0n, unitPrice: BigInt(unitPrice) }));

/** The step of the product in thousandths, and the currency of the company. */
export interface PriceTerms {
  step: bigint;
  currency: string;
}

function tierOf(kept: KeptTier, before: bigint, { step, currency }: PriceTerms, field: string): Tier {
  const from = parseQuantity(kept.from.trim());
  if (from === undefined || from <= 0n) {
    throw badInput('price.tier_from_invalid', { field: `${field}.from`, params: { from: kept.from } });
  }
  if (before === 0n && from !== step) {
    throw badInput('price.tier_first', { field: `${field}.from`, params: { step: formatQuantity(step) } });
  }
  if (from <= before) {
    throw badInput('price.tiers_not_ascending', {
      field: `${field}.from`,
      params: { from: formatQuantity(from), before: formatQuantity(before) },
    });
  }
  if (from % step !== 0n) {
    throw badInput('price.tier_off_step', {
      field: `${field}.from`,
      params: { from: formatQuantity(from), step: formatQuantity(step) },
    });
  }
  const unitPrice = minorOf(kept.unitPrice);
  if (unitPrice === undefined) throw badInput('price.no_amount', { field: `${field}.unitPrice` });
  return { from, unitPrice: checkAmount(unitPrice, `${field}.unitPrice`, currency) };
}

/**
 * The tiers of a price as they are kept: the first begins at the smallest quantity that is sold, each of the others
 * after the one before, all on the step of the product. Each holds until the next begins, so there are no gaps.
 */
export function checkTiers({ model, tiers }: TieredPrice, terms: PriceTerms, at: string): KeptTier[] | null {
  const list = tiers ?? [];
  if (model === 'fixed') {
    if (list.length > 0) throw badInput('price.tiers_of_fixed', { field: `${at}.tiers` });
    return null;
  }
  if (list.length === 0) throw badInput('price.tiers_missing', { field: `${at}.tiers` });
  let before = 0n;
  return list.map((kept, index) => {
    const { from, unitPrice } = tierOf(kept, before, terms, `${at}.tiers.${index}`);
    before = from;
    return { from: formatQuantity(from), unitPrice: unitPrice.toString() };
  });
}

/** Whether tiers lie on a step and hold from its smallest quantity on. */
export const tiersFit = (tiers: readonly KeptTier[], step: bigint): boolean =>
  tiersOf(tiers).every(({ from }, index) => from % step === 0n && (index > 0 || from === step));

/**
 * The parts of a quantity by their unit price, in order; they add up to it. A quantity below the first tier has the
 * price of the first.
 * @param step thousandths; a tier ends one step before the next begins
 */
export function bandsOf(price: TieredPrice, quantity: bigint, step: bigint): Band[] {
  const tiers = price.model === 'fixed' ? [] : tiersOf(price.tiers ?? []);
  const [first] = tiers;
  const whole = { from: step, to: quantity, quantity };
  if (!first) return [{ ...whole, tier: null, unitPrice: price.unitPrice }];
  if (price.model === 'volume') {
    const reached = tiers.filter((tier) => tier.from <= quantity).at(-1) ?? first;
    return [{ ...whole, tier: reached.from, unitPrice: reached.unitPrice }];
  }
  return tiers.flatMap((tier, index): Band[] => {
    const next = tiers[index + 1];
    const from = index === 0 ? step : tier.from;
    const to = next && next.from - step < quantity ? next.from - step : quantity;
    return to < from ? [] : [{ tier: tier.from, from, to, quantity: to - from + step, unitPrice: tier.unitPrice }];
  });
}

export const bandsCost = (bands: readonly Pick<Band, 'unitPrice' | 'quantity'>[]): bigint =>
  sum(bands.map((band) => extend(band.unitPrice, band.quantity)));

export interface Cheaper {
  quantity: bigint;
  amount: bigint;
}

/**
 * A larger quantity that costs less, where the tiers make one: the cheapest, and of equals the smallest.
 * @param added minor units that options add to each piece
 */
export function cheaperWithMore(price: TieredPrice, quantity: bigint, step: bigint, added = 0n): Cheaper | undefined {
  const cost = (of: bigint): bigint =>
    bandsCost(bandsOf(price, of, step).map((band) => ({ ...band, unitPrice: band.unitPrice + added })));
  let best: Cheaper = { quantity, amount: cost(quantity) };
  if (price.model !== 'volume') return undefined;
  for (const { from } of tiersOf(price.tiers ?? [])) {
    if (from <= quantity) continue;
    const amount = cost(from);
    if (amount < best.amount) best = { quantity: from, amount };
  }
  return best.quantity === quantity ? undefined : best;
}
