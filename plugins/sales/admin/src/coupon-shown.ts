import type { Language } from '@sanya/strapi-plugin-platform/ui';
import type { Coupon, CouponScopeRow, NamedRow } from './coupon-types';

export const couponName = (coupon: Coupon, language: Language): string =>
  coupon.translations?.[language]?.name || coupon.name;

/** How a coupon stands today: what only time and use change is not stored. */
export type CouponStanding = 'closed' | 'over' | 'upcoming' | 'used_up' | 'active';

export function standingOf(coupon: Coupon, today: string): CouponStanding {
  if (coupon.state === 'closed') return 'closed';
  if (coupon.validTo !== null && coupon.validTo < today) return 'over';
  if (coupon.validFrom !== null && coupon.validFrom > today) return 'upcoming';
  return coupon.totalLimit !== null && coupon.used >= coupon.totalLimit ? 'used_up' : 'active';
}

/** The badge whose colour says the same. */
export const BADGE: Record<CouponStanding, string> = {
  ...{ closed: 'closed', over: 'closed', upcoming: 'submitted', used_up: 'confirmed', active: 'active' },
};

export interface CouponScopeNames {
  products: NamedRow[];
  groups: string[];
  customers: NamedRow[];
  classes: NamedRow[];
}

export const scopeNames = (rows: readonly CouponScopeRow[]): CouponScopeNames => ({
  products: rows.flatMap((row) => row.product ?? []),
  groups: rows.flatMap((row) => row.group ?? []),
  customers: rows.flatMap((row) => row.customer ?? []),
  classes: rows.flatMap((row) => row.class ?? []),
});
