import fc from 'fast-check';
import { discountGiven } from '../../../plugins/sales/server/src/domain/discount-given';
import { property } from '../../support/random';

const money = fc.bigInt({ min: 0n, max: 1_000_000n });
const line = fc
  .record({
    unitPrice: money,
    pieces: fc.bigInt({ min: 1n, max: 50n }),
    list: fc.option(money),
    off: money,
    coupon: money,
  })
  .map(({ unitPrice, pieces, list, off, coupon }) => {
    const gross = unitPrice * pieces;
    const own = off > gross ? gross : off;
    const taken = coupon > gross - own ? gross - own : coupon;
    return {
      unitPrice,
      quantity: pieces * 1000n,
      derivation: {
        price: list === null ? { origin: 'list' as const } : { origin: 'manual' as const, listPrice: String(list) },
        discounts: [
          { cause: 'manual' as const, amount: String(own) },
          { cause: 'coupon' as const, name: 'SAVE', amount: String(taken) },
        ],
      },
    };
  });

property(
  'a discount is between nothing and all, counts prices below the list, and no coupon',
  fc.array(line),
  (lines) => {
    const { list, charged, ratePpm } = discountGiven(lines);
    expect(ratePpm >= 0n && ratePpm <= 1_000_000n).toBe(true);
    expect(ratePpm === 0n).toBe(charged >= list);
    const without = lines.map((one) => ({
      ...one,
      derivation: {
        ...one.derivation,
        discounts: one.derivation.discounts.filter(({ cause }) => cause === 'manual'),
      },
    }));
    expect(discountGiven(without).ratePpm).toBe(ratePpm);
  },
);
