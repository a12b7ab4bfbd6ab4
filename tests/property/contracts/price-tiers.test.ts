import fc from 'fast-check';
import { extend, formatQuantity, sum } from '@sanya/strapi-plugin-platform/kernel';
import { keepPrice, readPrice, SINCE_EVER } from '../../../plugins/contracts/server/src/domain/contract';
import { discountFor } from '../../../plugins/contracts/server/src/domain/change-next';
import { asOne, byTiers, type KeptTiers, tiersOfSale } from '../../../plugins/contracts/server/src/domain/price-tiers';
import {
  forQuantity,
  priceOfPeriod,
  type PriceVersion,
} from '../../../plugins/contracts/server/src/domain/price-versions';
import { bandsCost, bandsOf } from '../../../plugins/sales/server/src/domain/tiers';
import { property } from '../../support/random';

const STEP = 1_000n;
const pieces = (most: number) => fc.integer({ min: 1, max: most }).map((count) => BigInt(count) * STEP);

/** Ascending tiers from one piece on; prices may rise as well as fall. */
const listed = fc
  .record({
    model: fc.constantFrom('volume' as const, 'graduated' as const),
    widths: fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 4 }),
    prices: fc.array(fc.bigInt({ min: 0n, max: 50_000n }), { minLength: 5, maxLength: 5 }),
  })
  .map(({ model, widths, prices }) => {
    const tiers = [0, ...widths].map((_, place) => ({
      from: String(1 + widths.slice(0, place).reduce((all, width) => all + width, 0)),
      unitPrice: String(prices[place]),
    }));
    return { model, tiers, unitPrice: prices[0] ?? 0n };
  });

type Listed = typeof listed extends fc.Arbitrary<infer One> ? One : never;

const soldAt = (price: Listed, quantity: bigint): { tiers: KeptTiers; quantity: bigint; unitPrice: bigint }[] => {
  const parts = bandsOf(price, quantity, STEP).map((band, place) => ({
    ...{ documentId: String(place), quantity: band.quantity, unitPrice: band.unitPrice },
    tier: band.tier === null ? undefined : formatQuantity(band.tier),
  }));
  const kept = tiersOfSale(parts, { ...price, step: STEP });
  return parts.map(({ quantity, unitPrice }, place) => ({ quantity, unitPrice, tiers: kept[place] as KeptTiers }));
};
const costOf = (price: Listed, quantity: bigint): bigint => bandsCost(bandsOf(price, quantity, STEP));

property(
  'whatever a line had, and however often it changes, another quantity costs what the tiers say, less what was given',
  fc.tuple(listed, fc.array(pieces(150), { minLength: 2, maxLength: 5 }), fc.bigInt({ min: 0n, max: 900n })),
  ([price, [first = STEP, ...later], apiece]) => {
    const bought: KeptTiers = { model: price.model, tiers: price.tiers, step: '1', after: '0', sale: null, off: '0' };
    const { unitPrice, off } = byTiers(bought, first, bandsOf);
    const tiers = { ...bought, off: String(off) };
    let version: PriceVersion = {
      from: SINCE_EVER,
      unitPrice,
      quantity: first,
      discount: off + extend(apiece, first),
      tiers,
    };
    for (const quantity of later) {
      const next = readPrice(keepPrice(forQuantity(version, quantity, { rule: discountFor, bandsOf })));
      expect(priceOfPeriod(next)).toBe(costOf(price, quantity) - extend(apiece, quantity));
      expect(extend(next.unitPrice, quantity)).toBeGreaterThanOrEqual(costOf(price, quantity));
      version = { ...version, ...next, tiers: next.tiers };
    }
  },
);

property(
  'what was sold in a line for each tier costs, with another quantity of the last, what the tiers say of all of it',
  fc.tuple(listed, pieces(150), pieces(150)),
  ([price, sold, last]) => {
    const parts = soldAt(price, sold);
    const before = parts.slice(0, -1);
    const [end] = parts.slice(-1);
    if (!end) throw new Error('nothing was sold');
    const version = { from: SINCE_EVER, unitPrice: end.unitPrice, quantity: end.quantity, discount: 0n };
    const became = forQuantity({ ...version, tiers: end.tiers }, last, { rule: discountFor, bandsOf });
    const rest = sum(before.map(({ quantity, unitPrice }) => extend(unitPrice, quantity)));
    const all = sum(before.map(({ quantity }) => quantity)) + last;
    expect(rest + priceOfPeriod(became)).toBe(costOf(price, all));
    expect(byTiers(end.tiers, end.quantity, bandsOf)).toMatchObject(asOne([end]));
  },
);
