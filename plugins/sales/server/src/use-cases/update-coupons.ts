import { differences, notFound } from '@sanya/strapi-plugin-platform/kernel';
import type { NewEvent, Tools } from '@sanya/strapi-plugin-platform/kit';
import { COUPON } from '../content-types/types';
import { changeCoupon, type CouponFacts } from '../domain/coupon';
import { couponStore } from '../stores/coupons';
import { resolveScopes, type ScopeWish } from './coupon-scopes';
import { atField, placeIn } from './fields';
import { refuseTakenCodes } from './refuse-taken-codes';

export interface CouponChange {
  /** Row id. */
  id: number;
  change: Partial<CouponFacts>;
  scope?: ScopeWish;
}

/** Changes coupons and their scopes, all or none; a change that changes nothing leaves no trace. */
export async function updateCoupons(
  { platform }: Pick<Tools, 'platform'>,
  changes: readonly CouponChange[],
): Promise<void> {
  const prefix = placeIn(changes, 'coupons');
  await platform.transaction(async () => {
    const store = couponStore(platform.rows);
    const locked = new Map((await store.lock(changes.map((one) => one.id))).map((row) => [row.id, row]));
    const scopes = await resolveScopes(
      { platform },
      changes.map((one) => one.scope),
      prefix,
    );
    const decided = changes.map(({ id, change }, index) => {
      const row = locked.get(id);
      if (!row) throw notFound('coupon.unknown');
      const { id: _, documentId, state: _state, used, scope: before, ...facts } = row;
      const scope = { ...before, ...scopes[index] };
      const after = atField(prefix(index), () => changeCoupon(facts, change, used));
      return { id, documentId, ...after, scope, scopeChanged: differences(before, scope) };
    });
    await refuseTakenCodes(
      { platform },
      decided.map(({ id, facts }) => ({ id, code: facts.code })),
      prefix,
    );
    await store.update(decided.flatMap(({ id, facts, changed }) => (changed ? [{ id, ...facts }] : [])));
    const moved = decided.filter(({ scopeChanged }) => scopeChanged);
    await store.removeScopes(moved.map(({ id }) => id));
    await store.insertScopes(moved.map(({ id, scope }) => ({ coupon: id, scope })));
    await platform.events.record(
      decided.flatMap(({ id, documentId, changed, scopeChanged }): NewEvent[] =>
        changed || scopeChanged
          ? [
              {
                name: 'coupon.changed',
                subject: { type: COUPON, id, documentId },
                before: { ...changed?.before, ...(scopeChanged ? { scope: scopeChanged.before } : {}) },
                after: { ...changed?.after, ...(scopeChanged ? { scope: scopeChanged.after } : {}) },
              },
            ]
          : [],
      ),
    );
  });
}
