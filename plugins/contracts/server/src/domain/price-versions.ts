import { addDays, compareDates, extend, mulDiv, type CivilDate } from '@sanya/strapi-plugin-platform/kernel';
import { common, daysWithout, type Span } from './intervals';
import { type BandsOf, byTiers, type KeptTiers } from './price-tiers';
import type { Period } from './schedule';

/** What a coupon takes off a period. */
export interface CouponPart {
  code: string;
  amount: bigint;
}

/** What a period costs from a day on. Minor units, thousandths. */
export interface PriceVersion {
  from: CivilDate;
  unitPrice: bigint;
  quantity: bigint;
  /** Off each whole period. */
  discount: bigint;
  /** Which coupons that is of; the rest was given by hand. */
  coupons?: readonly CouponPart[];
  /** Where its price follows the quantity. */
  tiers?: KeptTiers;
}

/** What was taken off for so many, for another quantity. */
export type DiscountRule = (discount: bigint, before: bigint, after: bigint) => bigint;

/**
 * The price for another quantity: by its tiers where it has some, else as much apiece.
 * @param bandsOf undefined: as much apiece, also where it has tiers
 */
export const forQuantity = (
  version: PriceVersion,
  quantity: bigint,
  { rule, bandsOf }: { rule: DiscountRule; bandsOf?: BandsOf },
): PriceVersion => {
  const of = (amount: bigint): bigint => rule(amount, version.quantity, quantity);
  const coupons = version.coupons?.map(({ code, amount }) => ({ code, amount: of(amount) }));
  const shared = { ...version, quantity, ...(coupons ? { coupons } : {}) };
  const { tiers } = version;
  if (!tiers) return { ...shared, discount: of(version.discount) };
  const before = BigInt(tiers.off);
  const given = of(version.discount - before);
  const { unitPrice, off } = bandsOf
    ? byTiers(tiers, quantity, bandsOf)
    : { unitPrice: version.unitPrice, off: of(version.discount) - given };
  return { ...shared, unitPrice, discount: given + off, tiers: { ...tiers, off: String(off) } };
};

/** What of a period one price makes. */
export interface Piece extends Span {
  version: PriceVersion;
  /** How many days are charged, of how many the whole period counts. */
  days: number;
  ofDays: number;
  amount: bigint;
}

export const priceOfPeriod = ({ unitPrice, quantity, discount }: PriceVersion): bigint =>
  extend(unitPrice, quantity) - discount;

/** The price of the days from `day` to the end of the whole period, half up. */
function tail(amount: bigint, { full, paused }: Period, day: CivilDate): bigint {
  if (compareDates(day, full.end) > 0) return 0n;
  const all = daysWithout(full, paused);
  const rest = daysWithout({ start: day, end: full.end }, paused);
  return all === 0 ? 0n : mulDiv(amount, BigInt(rest), BigInt(all));
}

/**
 * What of an amount falls on some days of its period. It is the difference of what would be left on the first of them
 * and what is left after the last: however a period is cut, its parts add up to the whole.
 */
export const partOf = (amount: bigint, period: Period, { start, end }: Span): bigint =>
  tail(amount, period, start) - tail(amount, period, addDays(end, 1));

/** Each version with the last day on which it holds. Before the first one, the first one holds. */
function held(versions: readonly PriceVersion[]): (Span & { version: PriceVersion })[] {
  const sorted = [...versions].sort((a, b) => compareDates(a.from, b.from));
  return sorted.map((version, index) => {
    const next = sorted[index + 1];
    return {
      version,
      start: index === 0 ? '0001-01-01' : version.from,
      end: next ? addDays(next.from, -1) : '9999-12-31',
    };
  });
}

/** What the given days of a period cost, price by price: the day of a change belongs to the new price. */
export function piecesOf(period: Period, versions: readonly PriceVersion[], spans: readonly Span[]): Piece[] {
  const ofDays = daysWithout(period.full, period.paused);
  return held(versions).flatMap(({ version, ...holds }): Piece[] => {
    const parts = spans.flatMap((span) => common(span, holds) ?? []);
    const [first, last] = [parts[0], parts.at(-1)];
    if (!first || !last) return [];
    const whole = priceOfPeriod(version);
    return [
      {
        version,
        start: first.start,
        end: last.end,
        days: parts.reduce((total, part) => total + daysWithout(part, period.paused), 0),
        ofDays,
        amount: parts.reduce((total, part) => total + partOf(whole, period, part), 0n),
      },
    ];
  });
}
