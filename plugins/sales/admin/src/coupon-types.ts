import type { CouponKind, CouponState, Duration, RedemptionState } from '../../server/src/domain/coupon';
import type { Translations } from './types';

/** Amounts are minor units as text. */
export interface Coupon {
  documentId: string;
  code: string;
  name: string;
  translations: Translations | null;
  state: CouponState;
  kind: CouponKind;
  ratePpm: number | null;
  cap: string | null;
  amount: string | null;
  currency: string;
  duration: Duration;
  periods: number | null;
  validFrom: string | null;
  validTo: string | null;
  totalLimit: number | null;
  perCustomerLimit: number | null;
  used: number;
  stackable: boolean;
}

/** A thing among very many, as it is chosen and shown. */
export interface NamedRow {
  documentId: string;
  name: string;
}

/** One of these is set. */
export interface CouponScopeRow {
  documentId: string;
  product?: NamedRow | null;
  group: string | null;
  customer?: NamedRow | null;
  class?: NamedRow | null;
}

export interface Redemption {
  documentId: string;
  state: RedemptionState;
  amount: string;
  currency: string;
  redeemedAt: string;
  returnedAt: string | null;
  customer?: NamedRow | null;
  order?: { documentId: string; number: string | null } | null;
}
