import { extend, max, mulDiv, PPM, sum } from '@sanya/strapi-plugin-platform/kernel';
import type { SoldLine } from './sale';

export interface DiscountGiven {
  /** At list prices, and as the salesperson charges it; minor units. */
  list: bigint;
  charged: bigint;
  /** Of the list price, in millionths, rounded up: a limit is passed by a fraction too. */
  ratePpm: bigint;
}

/**
 * What a salesperson takes off an order or a quote as a whole, by discounts and by prices of their own below the list.
 * What coupons take off is the rule of the coupon and nobody's favour.
 */
export function discountGiven(
  lines: readonly Pick<SoldLine, 'unitPrice' | 'quantity' | 'derivation'>[],
): DiscountGiven {
  const list = sum(
    lines.map(({ unitPrice, quantity, derivation: { price } }) => {
      const own = price.origin === 'manual' ? BigInt(price.listPrice ?? unitPrice) : unitPrice;
      return extend(max(own, unitPrice), quantity);
    }),
  );
  const charged = sum(
    lines.map(({ unitPrice, quantity, derivation: { discounts = [] } }) => {
      const byHand = discounts.filter(({ cause }) => cause === 'manual').map(({ amount }) => BigInt(amount));
      return extend(unitPrice, quantity) - sum(byHand);
    }),
  );
  const off = list - charged;
  return { list, charged, ratePpm: off <= 0n ? 0n : mulDiv(off, PPM, list, 'up') };
}
