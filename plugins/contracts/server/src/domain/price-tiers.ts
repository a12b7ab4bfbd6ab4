import { extend, formatQuantity, max, parseQuantity, sum } from '@sanya/strapi-plugin-platform/kernel';

/** A part of a quantity that has one unit price, as sales tells it. Minor units, thousandths. */
export interface Band {
  tier: bigint | null;
  from: bigint;
  to: bigint;
  quantity: bigint;
  unitPrice: bigint;
}

export interface KeptTier {
  from: string;
  unitPrice: string;
}

/** How a price follows its quantity, as it was when it was bought: what the catalogue becomes leaves it. Plain JSON. */
export interface KeptTiers {
  model: 'volume' | 'graduated';
  /** What was chosen with it is in the prices. */
  tiers: readonly KeptTier[];
  /** In what steps it is sold: decimal text. */
  step: string;
  /** How much of it stands in the lines before, where one quantity was sold in several lines: decimal text. */
  after: string;
  /** What such lines have in common. */
  sale: string | null;
  /** What the tiers take off the unit price, with the quantity of the line: minor units as text. */
  off: string;
}

/** The parts of a quantity by their unit price: sales knows how. */
export type BandsOf = (
  price: { model: KeptTiers['model']; unitPrice: bigint; tiers: readonly KeptTier[] },
  quantity: bigint,
  step: bigint,
) => readonly Band[];

export interface Tiered {
  bands: readonly Band[];
  /** The dearest of the parts. */
  unitPrice: bigint;
  /** What the others are cheaper. */
  off: bigint;
}

const quantityIn = (text: string): bigint => parseQuantity(text) ?? 0n;

export const afterOf = ({ after }: KeptTiers): bigint => quantityIn(after);

/** Several parts as one line: at the dearest unit price, less what the others are cheaper. */
export function asOne(parts: readonly Pick<Band, 'quantity' | 'unitPrice'>[]): Omit<Tiered, 'bands'> {
  const unitPrice = parts.reduce((most, part) => max(most, part.unitPrice), 0n);
  return { unitPrice, off: sum(parts.map((part) => extend(unitPrice - part.unitPrice, part.quantity))) };
}

/** What a quantity costs by tiers, counted from where the line begins. */
export function byTiers(kept: KeptTiers, quantity: bigint, bandsOf: BandsOf): Tiered {
  const [after, step] = [afterOf(kept), quantityIn(kept.step)];
  const price = { model: kept.model, unitPrice: BigInt(kept.tiers[0]?.unitPrice ?? 0), tiers: kept.tiers };
  const bands = bandsOf(price, after + quantity, step).flatMap((band): Band[] => {
    const from = max(band.from, after + step);
    return band.to < from ? [] : [{ ...band, from, quantity: band.to - from + step }];
  });
  return { bands, ...asOne(bands) };
}

/** The tier that a price is of, where it is one, and not the first: from a decimal quantity on. */
export function tierReached({ tiers, off }: KeptTiers, unitPrice: bigint): { from: string; first: string } | undefined {
  const [first, ...later] = tiers;
  const reached = later.find((tier) => BigInt(tier.unitPrice) === unitPrice);
  return first && reached && off === '0' ? { from: reached.from, first: first.unitPrice } : undefined;
}

interface SoldPart {
  documentId: string;
  quantity: bigint;
  unitPrice: bigint;
  /** Where its tier begins; undefined: its price is of no tier. */
  tier: string | undefined;
}

/**
 * The tiers of what was sold at one price, part by part and in order: a quantity that reached into further tiers stands in
 * a line for each, and one that begins anew is another sale.
 */
export function tiersOfSale(
  parts: readonly SoldPart[],
  { model, tiers, step }: { model: KeptTiers['model']; tiers: readonly KeptTier[]; step: bigint },
): (KeptTiers | undefined)[] {
  let [after, sale, last] = [0n, '', -1];
  return parts.map((part) => {
    const place = tiers.findIndex(({ from }) => from === part.tier);
    const tier = tiers[place];
    if (!tier) return undefined;
    if (model === 'volume' || place <= last || place === 0) [after, sale] = [0n, part.documentId];
    const added = part.unitPrice - BigInt(tier.unitPrice);
    const kept: KeptTiers = {
      ...{ model, step: formatQuantity(step), after: formatQuantity(after), off: '0' },
      sale: model === 'volume' ? null : sale,
      tiers: tiers.map(({ from, unitPrice }) => ({ from, unitPrice: String(BigInt(unitPrice) + added) })),
    };
    [after, last] = [after + part.quantity, place];
    return kept;
  });
}
