import fc from 'fast-check';
import { extend, formatQuantity } from '../../../plugins/platform/kernel/src';
import {
  bandsCost,
  bandsOf,
  cheaperWithMore,
  checkTiers,
  type TieredPrice,
} from '../../../plugins/sales/server/src/domain/tiers';
import { property } from '../../support/random';

const step = fc.constantFrom(1n, 250n, 500n, 1_000n, 5_000n);
/** Tiers as staff may give them: the first at the smallest quantity, each of the others some steps later. */
const tiered = step.chain((of) =>
  fc.record({
    step: fc.constant(of),
    model: fc.constantFrom('volume' as const, 'graduated' as const),
    gaps: fc.array(fc.bigInt({ min: 1n, max: 40n }), { maxLength: 5 }),
    prices: fc.array(fc.bigInt({ min: 0n, max: 20_000n }), { minLength: 6, maxLength: 6 }),
    steps: fc.bigInt({ min: 1n, max: 250n }),
  }),
);
type Given = typeof tiered extends fc.Arbitrary<infer One> ? One : never;

function priceOf({ step: of, model, gaps, prices }: Given): TieredPrice {
  let at = of;
  const froms = [at, ...gaps.map((gap) => (at += gap * of))];
  const tiers = froms.map((from, index) => ({ from: formatQuantity(from), unitPrice: String(prices[index] ?? 0n) }));
  return { model, unitPrice: prices[0] ?? 0n, tiers };
}

/** What the n-th step of a quantity costs a piece, read from the table as a person would. */
function unitPriceAt(price: TieredPrice, place: bigint): bigint {
  let found = price.unitPrice;
  for (const { from, unitPrice } of price.tiers ?? []) {
    if (place >= BigInt(Math.round(Number(from) * 1000))) found = BigInt(unitPrice);
  }
  return found;
}

property('bands add up to the quantity, follow one another, and stand on the step', tiered, (given) => {
  const price = priceOf(given);
  expect(checkTiers(price, { step: given.step, currency: 'THB' }, 'at')).toEqual(price.tiers);
  const quantity = given.step * given.steps;
  const bands = bandsOf(price, quantity, given.step);
  expect(bands.reduce((sum, band) => sum + band.quantity, 0n)).toBe(quantity);
  let next = given.step;
  for (const { from, to, quantity: part } of bands) {
    expect(from).toBe(next);
    expect(part).toBe(to - from + given.step);
    expect(part > 0n && part % given.step === 0n).toBe(true);
    next = to + given.step;
  }
  expect(next - given.step).toBe(quantity);
});

property(
  'counted step by step it costs the same: graduated each its tier, volume all the tier of the whole',
  tiered,
  (given) => {
    const price = priceOf(given);
    const quantity = given.step * given.steps;
    // In thousandths of a satang, so that nothing is rounded on the way.
    let exact = 0n;
    for (let place = given.step; place <= quantity; place += given.step) {
      exact += unitPriceAt(price, price.model === 'volume' ? quantity : place) * given.step;
    }
    const bands = bandsOf(price, quantity, given.step);
    expect(bands.reduce((sum, band) => sum + band.unitPrice * band.quantity, 0n)).toBe(exact);
    // Each line is rounded by itself, half a satang at most.
    const off = bandsCost(bands) * 1_000n - exact;
    expect((off < 0n ? -off : off) * 2n <= BigInt(bands.length) * 1_000n).toBe(true);
  },
);

property('more of a graduated price never costs less', tiered, (given) => {
  const price: TieredPrice = { ...priceOf(given), model: 'graduated' };
  const cost = (steps: bigint) => bandsCost(bandsOf(price, given.step * steps, given.step));
  expect(cost(given.steps + 1n) >= cost(given.steps)).toBe(true);
  expect(cheaperWithMore(price, given.step * given.steps, given.step)).toBeUndefined();
});

property('what is advised costs less than what was asked, and nothing larger costs less still', tiered, (given) => {
  const price: TieredPrice = { ...priceOf(given), model: 'volume' };
  const cost = (quantity: bigint) => extend(unitPriceAt(price, quantity), quantity);
  const quantity = given.step * given.steps;
  const advice = cheaperWithMore(price, quantity, given.step);
  let least = cost(quantity);
  for (let more = quantity; more <= given.step * 500n; more += given.step) {
    if (cost(more) < least) least = cost(more);
  }
  expect(advice?.amount ?? cost(quantity)).toBe(least);
  if (advice) {
    expect(advice.quantity > quantity && advice.amount === cost(advice.quantity)).toBe(true);
    expect(advice.amount < cost(quantity)).toBe(true);
  }
});

property(
  'options add the same to every piece, and advice counts them',
  fc.tuple(tiered, fc.bigInt({ min: 0n, max: 5_000n })),
  ([given, added]) => {
    const price: TieredPrice = { ...priceOf(given), model: 'volume' };
    const dearer: TieredPrice = {
      ...price,
      unitPrice: price.unitPrice + added,
      tiers: (price.tiers ?? []).map((tier) => ({ ...tier, unitPrice: String(BigInt(tier.unitPrice) + added) })),
    };
    const quantity = given.step * given.steps;
    expect(cheaperWithMore(price, quantity, given.step, added)).toEqual(cheaperWithMore(dearer, quantity, given.step));
  },
);
