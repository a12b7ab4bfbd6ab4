import type { NewEvent, Ref, Tools } from '@sanya/strapi-plugin-platform/kit';
import { COUPON } from '../content-types/types';
import { checkCoupon, completeCoupon, type CouponDraft, type CouponScope, EVERYTHING } from '../domain/coupon';
import { couponStore } from '../stores/coupons';
import { resolveScopes, type ScopeWish } from './coupon-scopes';
import { atField, placeIn } from './fields';
import { refuseTakenCodes } from './refuse-taken-codes';

export interface NewCoupon extends CouponDraft {
  scope?: ScopeWish;
}

/** Writes coupons with their scopes: all or none, a constant number of statements. */
export async function createCoupons(
  { platform }: Pick<Tools, 'platform'>,
  coupons: readonly NewCoupon[],
): Promise<Ref[]> {
  const prefix = placeIn(coupons, 'coupons');
  return platform.transaction(async () => {
    const currency = await platform.currency.own();
    const facts = coupons.map((coupon, index) =>
      atField(prefix(index), () => checkCoupon(completeCoupon(coupon, currency))),
    );
    const resolved = await resolveScopes(
      { platform },
      coupons.map((coupon) => coupon.scope),
      prefix,
    );
    const scopes = resolved.map((scope): CouponScope => ({ ...EVERYTHING, ...scope }));
    await refuseTakenCodes({ platform }, facts, prefix);
    const store = couponStore(platform.rows);
    const refs = await store.insert(facts.map((coupon) => ({ ...coupon, state: 'active', used: 0 })));
    await store.insertScopes(refs.map(({ id }, index) => ({ coupon: id, scope: scopes[index] ?? EVERYTHING })));
    await platform.events.record(
      refs.map(
        (ref, index): NewEvent => ({
          name: 'coupon.created',
          subject: { type: COUPON, ...ref },
          after: { ...facts[index], scope: scopes[index] },
        }),
      ),
    );
    return refs;
  });
}
