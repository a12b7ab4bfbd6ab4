import type { Discrepancy, ProofCheck, Tools } from '@sanya/strapi-plugin-platform/kit';
import { COUPON, REDEMPTION } from '../content-types/types';
import { couponProofStore } from '../stores/coupon-proof';

/** What must be true of coupons, each by its own name in the books proof. */
export const couponProofChecks = ({ platform }: Tools): readonly ProofCheck[] => {
  const store = couponProofStore(platform.rows);
  const text = (value: string | number | null | undefined): string => String(value ?? '');
  return [
    {
      name: 'sales.coupon-counter-equals-redemptions',
      run: async () =>
        (await store.countersUnlikeRedemptions()).map(
          (row): Discrepancy => ({
            check: 'sales.coupon-counter-equals-redemptions',
            type: COUPON,
            documentId: text(row.document),
            params: { coupon: text(row.code), used: text(row.used), standing: text(row.standing) },
          }),
        ),
    },
    {
      name: 'sales.coupon-slot-not-returned',
      run: async () =>
        (await store.slotsNotReturned()).map(
          (row): Discrepancy => ({
            check: 'sales.coupon-slot-not-returned',
            type: REDEMPTION,
            documentId: text(row.document),
            params: { coupon: text(row.code), order: text(row.number) },
          }),
        ),
    },
  ];
};
