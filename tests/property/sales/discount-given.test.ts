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
      discount: own + taken,
      coupons: [{ amount: taken }],
      derivation: {
        price: list === null ? { origin: 'list' as const } : { origin: 'manual' as const, listPrice: String(list) },
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
      discount: one.discount - one.coupons.reduce((all, coupon) => all + coupon.amount, 0n),
      coupons: [],
    }));
    expect(discountGiven(without).ratePpm).toBe(ratePpm);
  },
);
