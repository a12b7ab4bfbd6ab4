import fc from 'fast-check';
import { isRefusal, sum } from '../../../plugins/platform/kernel/src';
import type { Product } from '../../../plugins/sales/server/src/domain/catalogue';
import { completeCoupon, EVERYTHING } from '../../../plugins/sales/server/src/domain/coupon';
import type { PricedLine } from '../../../plugins/sales/server/src/domain/price-lines';
import {
  type Coupon,
  discountsOf,
  linesInPeriod,
  redeemCoupons,
  returnSlots,
  takeSlots,
  turnsOf,
} from '../../../plugins/sales/server/src/domain/redeem-coupons';
import { property } from '../../support/random';

const PRODUCTS = [1, 2, 3];
const GROUPS = ['hosting', 'hardware', null];
const groupOf = new Map(PRODUCTS.map((id, index) => [id, GROUPS[index] ?? null]));

const line = fc
  .record({
    product: fc.constantFrom(...PRODUCTS),
    gross: fc.oneof(fc.bigInt({ min: 0n, max: 300n }), fc.bigInt({ min: 0n, max: 1_000_000_000_000n })),
    ownPart: fc.bigInt({ min: 0n, max: 4n }),
    per: fc.constantFrom('one_time' as const, 'month' as const, 'year' as const),
  })
  .map(({ product, gross, ownPart, per }): PricedLine => {
    const discount = (gross * ownPart) / 4n;
    return {
      product: { id: product } as Product,
      ...{ price: null, sku: null, description: 'x', details: null, kind: 'service', per, unit: '' },
      ...{ quantity: 1000n, unitPrice: gross, discount, amount: gross - discount },
    } as PricedLine;
  });

const scope = fc.record({
  products: fc.subarray(PRODUCTS),
  groups: fc.subarray(['hosting', 'hardware']),
});

const coupon = fc
  .record({
    percent: fc.boolean(),
    ratePpm: fc.integer({ min: 1, max: 1_000_000 }),
    cap: fc.option(fc.bigInt({ min: 1n, max: 100_000n }), { nil: null }),
    amount: fc.bigInt({ min: 1n, max: 2_000_000n }),
    duration: fc.constantFrom('once' as const, 'periods' as const, 'forever' as const),
    periods: fc.integer({ min: 1, max: 24 }),
    scope,
  })
  .map(({ percent, ratePpm, cap, amount, duration, periods, scope: narrowed }) => ({
    ...completeCoupon(
      {
        ...{ code: '', name: 'x', duration, periods: duration === 'periods' ? periods : null, stackable: true },
        ...(percent ? { kind: 'percent', ratePpm, cap } : { kind: 'amount', amount }),
      },
      'THB',
    ),
    ...{ documentId: '', state: 'active' as const, used: 0, scope: { ...EVERYTHING, ...narrowed } },
  }));
const coupons = fc
  .array(coupon, { minLength: 1, maxLength: 4 })
  .map((list) => list.map((one, index): Coupon => ({ ...one, id: index + 1, code: `C${index + 1}` })));

const terms = { on: '2026-07-01', customer: null, language: 'en' as const, usedByCustomer: new Map<number, number>() };
const inScope = ({ scope: { products, groups } }: Coupon, { product }: PricedLine): boolean =>
  products.length + groups.length === 0 ||
  (product !== null && (products.includes(product.id) || groups.includes(groupOf.get(product.id) ?? 'none')));
const named = (list: readonly Coupon[]) => list.map((one) => ({ coupon: one, field: 'coupon' }));

function redeemed(lines: readonly PricedLine[], list: readonly Coupon[]) {
  try {
    return redeemCoupons(lines, named(list), terms, groupOf);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    expect([error.status, error.code]).toEqual([422, expect.stringMatching(/^coupon\.(not_for_these|takes_nothing)$/)]);
    return undefined;
  }
}

const basket = fc.tuple(fc.array(line, { minLength: 1, maxLength: 8 }), coupons);

property('a coupon takes at most what its lines cost and its cap, and its parts add up', basket, ([lines, list]) => {
  const result = redeemed(lines, list);
  if (!result) return;
  const { lines: after, applied } = result;
  expect(after).toHaveLength(lines.length);
  after.forEach((one, index) => {
    const before = lines[index];
    const taken = sum(one.coupons.map((part) => part.amount));
    expect(one.amount >= 0n && taken >= 0n).toBe(true);
    expect(one.amount).toBe((before?.amount ?? 0n) - taken);
    expect(one.discount).toBe((before?.discount ?? 0n) + taken);
    expect(sum(discountsOf(one).map((part) => BigInt(part.amount)))).toBe(one.discount);
    for (const part of one.coupons) {
      const own = list.find(({ id }) => id === part.coupon);
      expect(part.amount > 0n && own !== undefined && inScope(own, one)).toBe(true);
    }
  });
  for (const { coupon: own, amount } of applied) {
    const parts = after.flatMap((one) => one.coupons.filter((part) => part.coupon === own.id));
    const reach = sum(lines.filter((one) => inScope(own, one)).map((one) => one.amount));
    expect(amount > 0n && amount <= reach).toBe(true);
    if (own.cap !== null) expect(amount <= own.cap).toBe(true);
    if (own.amount !== null) expect(amount <= own.amount).toBe(true);
    expect(sum(parts.map((part) => part.amount))).toBe(amount);
    expect(new Set(parts.map((part) => part.whole))).toEqual(new Set([amount]));
  }
});

property('what an order costs does not depend on how its codes are listed', basket, ([lines, list]) => {
  const one = redeemed(lines, list);
  const other = redeemed(lines, [...list].reverse());
  expect(other?.lines).toEqual(one?.lines);
});

property('a single percent coupon is shared by what the lines cost, to a satang', basket, ([lines, [first]]) => {
  if (!first) return;
  const result = redeemed(lines, [first]);
  if (!result) return;
  const [{ amount: whole } = { amount: 0n }] = result.applied;
  const reach = sum(lines.filter((one) => inScope(first, one)).map((one) => one.amount));
  for (const { coupons: parts, discount, amount } of result.lines) {
    const [part] = parts;
    if (!part) continue;
    const base = amount + part.amount;
    const exact = whole * base;
    expect(part.amount * reach > exact - reach && part.amount * reach < exact + reach).toBe(true);
    expect(discount >= part.amount).toBe(true);
  }
});

property(
  'as periods go by a line only gets dearer, until nothing but what lasts for ever is left',
  basket,
  ([lines, list]) => {
    const result = redeemed(lines, list);
    if (!result) return;
    let before = result.lines;
    for (const period of turnsOf(result.lines)) {
      const now = linesInPeriod(result.lines, period);
      now.forEach((one, index) => {
        expect(one.amount >= (before[index]?.amount ?? 0n)).toBe(true);
        expect(one.amount + one.discount).toBe((lines[index]?.amount ?? 0n) + (lines[index]?.discount ?? 0n));
      });
      before = now;
    }
    const forever = new Set(list.filter((one) => one.duration === 'forever').map((one) => one.id));
    for (const one of before) expect(one.coupons.every((part) => forever.has(part.coupon))).toBe(true);
  },
);

const steps = fc.tuple(
  fc.option(fc.integer({ min: 1, max: 5 }), { nil: null }),
  fc.array(fc.constantFrom('take' as const, 'return' as const), { maxLength: 40 }),
);
property(
  'slots that are taken are never more than there are and never fewer than none',
  steps,
  ([totalLimit, list]) => {
    let used = 0;
    let standing = 0;
    for (const step of list) {
      const own = { ...completeCoupon({ code: 'C', name: 'x', kind: 'percent', ratePpm: 1, totalLimit }, 'THB') };
      const row: Coupon = { ...own, id: 1, documentId: '', state: 'active', used, scope: EVERYTHING };
      try {
        const [changed] = step === 'take' ? takeSlots([row], new Map([[1, 1]])) : returnSlots([row], [{ coupon: 1 }]);
        used = changed?.used ?? used;
        standing += step === 'take' ? 1 : -1;
      } catch (error) {
        if (!isRefusal(error)) throw error;
        expect(error.code).toBe(step === 'take' ? 'coupon.used_up' : 'coupon.not_taken');
        expect(used).toBe(step === 'take' ? totalLimit : 0);
      }
      expect(used).toBe(standing);
      expect(used >= 0 && used <= (totalLimit ?? used)).toBe(true);
    }
  },
);
