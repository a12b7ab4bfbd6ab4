import type { CouponKind, Duration } from '../../server/src/domain/coupon';
import type { CouponScopeNames } from './coupon-shown';
import type { Coupon } from './coupon-types';
import type { Translations } from './types';

/** What stands in the form of a coupon; amounts are minor units as text, null where nothing is written. */
export interface CouponValues extends CouponScopeNames {
  code: string;
  name: string;
  nameEn: string;
  kind: CouponKind;
  ratePpm: number | null;
  cap: string | null;
  amount: string | null;
  duration: Duration;
  periods: number | null;
  validFrom: string;
  validTo: string;
  totalLimit: number | null;
  perCustomerLimit: number | null;
  stackable: boolean;
  translations: Translations | null;
}

export const NEW_COUPON: CouponValues = {
  ...{ code: '', name: '', nameEn: '', kind: 'percent', ratePpm: null, cap: null, amount: null },
  ...{ duration: 'once', periods: null, validFrom: '', validTo: '', totalLimit: null, perCustomerLimit: null },
  ...{ stackable: false, translations: null, products: [], groups: [], customers: [], classes: [] },
};

export const couponValues = (coupon: Coupon, scope: CouponScopeNames): CouponValues => ({
  ...scope,
  code: coupon.code,
  name: coupon.name,
  nameEn: coupon.translations?.en?.name ?? '',
  kind: coupon.kind,
  ratePpm: coupon.ratePpm,
  cap: coupon.cap,
  amount: coupon.amount,
  duration: coupon.duration,
  periods: coupon.periods,
  validFrom: coupon.validFrom ?? '',
  validTo: coupon.validTo ?? '',
  totalLimit: coupon.totalLimit,
  perCustomerLimit: coupon.perCustomerLimit,
  stackable: coupon.stackable,
  translations: coupon.translations,
});

function translationsOf({ translations, nameEn }: CouponValues): Translations | null {
  const { en: _, ...others } = translations ?? {};
  const after = nameEn.trim() === '' ? others : { ...others, en: { name: nameEn.trim() } };
  return Object.keys(after).length > 0 ? after : null;
}

const idsOf = (rows: readonly { documentId: string }[]): string[] => rows.map((row) => row.documentId);

/** As the door takes a new coupon: what belongs to the other kind, or to another duration, is not sent along. */
export const couponDraft = (values: CouponValues) => ({
  code: values.code,
  name: values.name,
  translations: translationsOf(values),
  kind: values.kind,
  ratePpm: values.kind === 'percent' ? values.ratePpm : null,
  cap: values.kind === 'percent' ? values.cap : null,
  amount: values.kind === 'amount' ? values.amount : null,
  duration: values.duration,
  periods: values.duration === 'periods' ? values.periods : null,
  validFrom: values.validFrom || null,
  validTo: values.validTo || null,
  totalLimit: values.totalLimit,
  perCustomerLimit: values.perCustomerLimit,
  stackable: values.stackable,
  scope: {
    products: idsOf(values.products),
    groups: values.groups,
    customers: idsOf(values.customers),
    classes: idsOf(values.classes),
  },
});

type Draft = ReturnType<typeof couponDraft>;

const differing = <Part extends object>(before: Part, after: Part): Partial<Part> =>
  Object.fromEntries(
    Object.entries(after).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(before[key as keyof Part])),
  ) as Partial<Part>;

/** What differs: what nobody touched is not sent over what somebody else wrote. */
export function couponChanges(before: CouponValues, after: CouponValues) {
  const [{ scope: oldScope, ...old }, { scope: newScope, ...now }]: [Draft, Draft] = [
    couponDraft(before),
    couponDraft(after),
  ];
  const scope = differing(oldScope, newScope);
  return { ...differing(old, now), ...(Object.keys(scope).length > 0 ? { scope } : {}) };
}
