import type { Product } from '../../../plugins/sales/server/src/domain/catalogue';
import {
  changeCoupon,
  checkCoupon,
  completeCoupon,
  type CouponDraft,
  EVERYTHING,
} from '../../../plugins/sales/server/src/domain/coupon';
import { type BasketLine, recurringOf } from '../../../plugins/sales/server/src/domain/basket';
import type { PricedLine } from '../../../plugins/sales/server/src/domain/price-lines';
import {
  checkUsable,
  type Coupon,
  type CouponTerms,
  discountsOf,
  namedCodes,
  redeemCoupons,
} from '../../../plugins/sales/server/src/domain/redeem-coupons';

const draft = (over: Partial<CouponDraft> = {}): CouponDraft => ({
  ...{ code: 'HOST15', name: 'Hosting 15 %', kind: 'percent', ratePpm: 150_000, cap: 50_000n },
  ...over,
});
const coupon = (over: Partial<Coupon> = {}): Coupon => ({
  ...completeCoupon(draft(), 'THB'),
  ...{ id: 1, documentId: 'c1', state: 'active', used: 0, scope: EVERYTHING },
  ...over,
});
const terms = (over: Partial<CouponTerms> = {}): CouponTerms => ({
  ...{ on: '2026-07-15', language: 'en', customer: { id: 7, class: 3 }, usedByCustomer: new Map() },
  ...over,
});
const line = (amount: bigint, id = 1, more: Partial<PricedLine> = {}) =>
  ({
    ...{ product: { id } as Product, price: null, sku: null, description: 'x', details: null, kind: 'service' },
    ...{ per: 'one_time', quantity: 1000n, unit: '', unitPrice: amount, discount: 0n, amount },
    ...more,
  }) as PricedLine;
const refusal = (code: string, more: object = {}) => expect.objectContaining({ code, ...more });
const redeem = (lines: PricedLine[], list: Coupon[], groups: [number, string | null][] = []) =>
  redeemCoupons(
    lines,
    list.map((one, index) => ({ coupon: one, field: index === 0 ? 'coupon' : `coupons.${index - 1}` })),
    terms(),
    new Map(groups),
  );

test('15 % at most 500.00: below the cap to the satang, above it the cap, spread by largest remainder', () => {
  const cheap = redeem([line(100_033n)], [coupon()]);
  expect(cheap.applied[0]?.amount).toBe(15_005n);
  const dear = redeem([line(100_000n), line(100_000n), line(200_001n)], [coupon()]);
  expect(dear.lines.map((one) => one.discount)).toEqual([12_500n, 12_500n, 25_000n]);
  const thirds = redeem([line(100n), line(100n), line(100n)], [coupon({ ratePpm: 333_333 })]);
  expect(thirds.lines.map((one) => one.discount)).toEqual([34n, 33n, 33n]);
});

test('a line is in scope by its product or its group; the others keep their price', () => {
  const scope = { ...EVERYTHING, products: [3], groups: ['hosting'] };
  const { lines } = redeem(
    [line(10_000n, 1), line(10_000n, 2), line(10_000n, 3)],
    [coupon({ scope })],
    [
      [1, 'hosting'],
      [2, 'hardware'],
      [3, null],
    ],
  );
  expect(lines.map((one) => one.discount)).toEqual([1_500n, 0n, 1_500n]);
  expect(() => redeem([line(10_000n, 2)], [coupon({ scope })], [[2, 'hardware']])).toThrow(
    refusal('coupon.not_for_these', { status: 422, field: 'coupon', params: { coupon: 'HOST15' } }),
  );
});

test('an amount takes no more than there is; what is free already is refused', () => {
  const off = coupon({ ...{ kind: 'amount', amount: 30_000n, ratePpm: null, cap: null } });
  expect(redeem([line(20_000n)], [off]).lines[0]).toMatchObject({ discount: 20_000n, amount: 0n });
  expect(() => redeem([line(0n)], [off])).toThrow(refusal('coupon.takes_nothing', { status: 422 }));
});

test('a discount by hand comes first, and both are told apart', () => {
  const { lines } = redeem([line(9_000n, 1, { unitPrice: 10_000n, discount: 1_000n })], [coupon()]);
  const [one] = lines;
  expect(one).toMatchObject({ discount: 2_350n, amount: 7_650n });
  expect(one && discountsOf(one)).toEqual([
    { cause: 'manual', amount: '1000' },
    { cause: 'coupon', name: 'HOST15', amount: '1350', periods: 1 },
  ]);
});

test('two coupons stand beside each other only where both say so; percents come before amounts', () => {
  const percent = coupon({ stackable: true, cap: null, ratePpm: 100_000 });
  const amount = coupon({
    ...{ id: 2, code: 'OFF100', stackable: true, kind: 'amount', amount: 10_000n, ratePpm: null, cap: null },
  });
  for (const list of [
    [percent, amount],
    [amount, percent],
  ]) {
    const { lines, applied } = redeem([line(100_000n)], list);
    expect(lines[0]?.discount).toBe(20_000n);
    expect(applied.map((one) => [one.coupon.code, one.amount])).toEqual([
      ['HOST15', 10_000n],
      ['OFF100', 10_000n],
    ]);
  }
  expect(() => redeem([line(100_000n)], [percent, { ...amount, stackable: false }])).toThrow(
    refusal('coupon.not_together', { status: 422, field: 'coupons.0', params: { coupon: 'OFF100', other: 'HOST15' } }),
  );
});

test.each<[string, Partial<Coupon>, Partial<CouponTerms>, string, object]>([
  ['closed', { state: 'closed' }, {}, 'coupon.closed', {}],
  ['before its first day', { validFrom: '2026-07-16' }, {}, 'coupon.not_yet', { from: '2026-07-16' }],
  ['after its last day', { validTo: '2026-07-14' }, {}, 'coupon.over', { to: '2026-07-14' }],
  ['without a slot', { totalLimit: 5, used: 5 }, {}, 'coupon.used_up', {}],
  [
    'used often enough',
    { perCustomerLimit: 2 },
    { usedByCustomer: new Map([[1, 2]]) },
    'coupon.used_by_you',
    { most: 2 },
  ],
  ['of another customer', { scope: { ...EVERYTHING, customers: [8] } }, {}, 'coupon.not_yours', {}],
  ['of another class', { scope: { ...EVERYTHING, classes: [4] } }, {}, 'coupon.not_yours', {}],
  [
    'of a class, for who has none',
    { scope: { ...EVERYTHING, classes: [4] } },
    { customer: { id: 7, class: null } },
    'coupon.not_yours',
    {},
  ],
  ['of somebody, for nobody', { scope: { ...EVERYTHING, customers: [8] } }, { customer: null }, 'coupon.log_in', {}],
])('%s: 422 that says so', (_, over, asked, code, params) => {
  expect(() => checkUsable(coupon(over), terms(asked), 'coupon')).toThrow(
    refusal(code, { status: 422, field: 'coupon', params: { coupon: 'HOST15', ...params } }),
  );
});

test('on its first and last day, by the last slot, by name or by class it is taken', () => {
  const scope = { ...EVERYTHING, customers: [8], classes: [3] };
  const over = { validFrom: '2026-07-15', validTo: '2026-07-15', totalLimit: 5, used: 4, perCustomerLimit: 1, scope };
  expect(() => checkUsable(coupon(over), terms(), 'coupon')).not.toThrow();
  expect(() => checkUsable(coupon(over), terms({ customer: { id: 8, class: null } }), 'coupon')).not.toThrow();
});

test('codes are read as they are typed; an empty one is none', () => {
  expect(namedCodes({ coupon: ' host15 ', coupons: ['', 'Off100'] })).toEqual([
    { code: 'HOST15', field: 'coupon' },
    { code: 'OFF100', field: 'coupons.1' },
  ]);
  expect(() => namedCodes({ coupon: 'A1', coupons: ['a1'] })).toThrow(refusal('coupon.twice', { status: 400 }));
  expect(() => namedCodes({ coupons: ['A1', 'A2', 'A3', 'A4', 'A5', 'A6'] })).toThrow(refusal('coupon.too_many'));
});

test.each<[Partial<CouponDraft>, string, string]>([
  [{ code: 'a b' }, 'coupon.code_invalid', 'code'],
  [{ code: 'x' }, 'coupon.code_invalid', 'code'],
  [{ ratePpm: 0 }, 'coupon.rate_out_of_range', 'ratePpm'],
  [{ ratePpm: 1_000_001 }, 'coupon.rate_out_of_range', 'ratePpm'],
  [{ ratePpm: null }, 'coupon.rate_out_of_range', 'ratePpm'],
  [{ cap: 0n }, 'coupon.amount_out_of_range', 'cap'],
  [{ amount: 100n }, 'coupon.percent_or_amount', 'amount'],
  [{ kind: 'amount', ratePpm: null, cap: null }, 'coupon.amount_out_of_range', 'amount'],
  [{ kind: 'amount', amount: 100n, cap: null }, 'coupon.percent_or_amount', 'ratePpm'],
  [{ kind: 'amount', amount: 100n, ratePpm: null }, 'coupon.percent_or_amount', 'cap'],
  [{ duration: 'periods' }, 'coupon.periods_out_of_range', 'periods'],
  [{ duration: 'once', periods: 2 }, 'coupon.periods_out_of_range', 'periods'],
  [{ validFrom: '2026-02-01', validTo: '2026-01-31' }, 'coupon.dates_crossed', 'validTo'],
  [{ totalLimit: 0 }, 'coupon.limit_out_of_range', 'totalLimit'],
  [{ perCustomerLimit: 1.5 }, 'coupon.limit_out_of_range', 'perCustomerLimit'],
])('%j is no coupon', (over, code, field) => {
  expect(() => checkCoupon(completeCoupon(draft(over), 'THB'))).toThrow(refusal(code, { status: 400, field }));
});

test('a code is kept in capitals, also a Thai one', () => {
  expect(checkCoupon(completeCoupon(draft({ code: ' songkran-69 ' }), 'THB')).code).toBe('SONGKRAN-69');
  expect(checkCoupon(completeCoupon(draft({ code: 'สงกรานต์69' }), 'THB')).code).toBe('สงกรานต์69');
});

test('what was promised to whoever used it stays; the rest may change', () => {
  const before = completeCoupon(draft({ totalLimit: 100 }), 'THB');
  expect(changeCoupon(before, { ratePpm: 200_000 }, 0).changed?.after).toEqual({ ratePpm: 200_000 });
  expect(() => changeCoupon(before, { ratePpm: 200_000 }, 1)).toThrow(
    refusal('coupon.in_use', { status: 409, field: 'ratePpm', params: { coupon: 'HOST15', used: 1 } }),
  );
  expect(changeCoupon(before, { validTo: '2026-12-31', totalLimit: 5 }, 5).facts.totalLimit).toBe(5);
  expect(() => changeCoupon(before, { totalLimit: 4 }, 5)).toThrow(
    refusal('coupon.limit_below_use', { status: 409, field: 'totalLimit', params: { used: 5 } }),
  );
  expect(changeCoupon(before, {}, 5).changed).toBeUndefined();
});

test('what recurs turns dearer on the day after the last period of the coupon', () => {
  const lines = [
    { per: 'month', total: 80n },
    { per: 'one_time', total: 5n },
  ] as BasketLine[];
  const turns = [
    { period: 2, totals: [80n, 5n] },
    { period: 4, totals: [100n, 5n] },
  ];
  expect(recurringOf(lines, '2026-01-31', turns)).toEqual([
    { line: 0, per: 'month', from: '2026-02-28', total: 80n },
    { line: 0, per: 'month', from: '2026-04-30', total: 100n },
  ]);
  expect(recurringOf(lines, '2026-01-31')).toEqual([{ line: 0, per: 'month', from: '2026-02-28', total: 80n }]);
});
