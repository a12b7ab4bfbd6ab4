import { scopeNames, standingOf } from '../../../plugins/sales/admin/src/coupon-shown';
import type { Coupon } from '../../../plugins/sales/admin/src/coupon-types';
import { couponChanges, couponDraft, couponValues, NEW_COUPON } from '../../../plugins/sales/admin/src/coupon-values';

const coupon: Coupon = {
  ...{ documentId: 'c1', code: 'HOST15', name: 'โฮสติ้ง', translations: { en: { name: 'Hosting' } }, state: 'active' },
  ...{ kind: 'percent', ratePpm: 150_000, cap: '50000', amount: null, currency: 'THB', duration: 'once' },
  ...{ periods: null, validFrom: '2026-07-01', validTo: null, totalLimit: 100, perCustomerLimit: null, used: 3 },
  stackable: false,
};
const row = (documentId: string, name: string) => ({ documentId, name });
const scope = scopeNames([
  { documentId: 's1', group: 'hosting' },
  { documentId: 's2', group: null, product: row('p1', 'VPS'), customer: null, class: null },
  { documentId: 's3', group: null, customer: row('k1', 'Somchai') },
]);

test('rows of the scope come to their lists', () => {
  expect(scope).toEqual({
    products: [row('p1', 'VPS')],
    groups: ['hosting'],
    customers: [row('k1', 'Somchai')],
    classes: [],
  });
});

test('what nobody touched is not sent', () => {
  const before = couponValues(coupon, scope);
  expect(couponChanges(before, before)).toEqual({});
  expect(couponChanges(before, { ...before, validTo: '2026-12-31', groups: [] })).toEqual({
    validTo: '2026-12-31',
    scope: { groups: [] },
  });
  expect(couponChanges(before, { ...before, nameEn: '' })).toEqual({ translations: null });
});

test('what belongs to the other kind or duration is not sent along', () => {
  const values = { ...NEW_COUPON, code: 'A1', name: 'x', ratePpm: 100_000, cap: '1', amount: '500', periods: 3 };
  expect(couponDraft(values)).toMatchObject({
    kind: 'percent',
    ratePpm: 100_000,
    cap: '1',
    amount: null,
    periods: null,
  });
  expect(couponDraft({ ...values, kind: 'amount', duration: 'periods' })).toMatchObject({
    ...{ kind: 'amount', ratePpm: null, cap: null, amount: '500', periods: 3 },
  });
});

test.each<[Partial<Coupon>, string]>([
  [{}, 'active'],
  [{ state: 'closed' }, 'closed'],
  [{ validTo: '2026-07-14' }, 'over'],
  [{ validTo: '2026-07-15' }, 'active'],
  [{ validFrom: '2026-07-16' }, 'upcoming'],
  [{ used: 100 }, 'used_up'],
])('with %j it stands as %s', (over, standing) => {
  expect(standingOf({ ...coupon, ...over }, '2026-07-15')).toBe(standing);
});
