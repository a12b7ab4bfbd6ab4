import type { Constraint } from '@sanya/strapi-plugin-platform/kit';
import { COUPON, COUPON_SCOPE, REDEMPTION } from './types';

export const couponConstraints: readonly Constraint[] = [
  { kind: 'unique', type: COUPON, name: 'sales_coupons_code', columns: ['code'], code: 'coupon.code_taken' },
  {
    // More uses than slots is not a bug that can be written: the database refuses it.
    kind: 'check',
    type: COUPON,
    name: 'sales_coupons_used',
    condition: '{used} >= 0 and ({totalLimit} is null or {used} <= {totalLimit})',
    code: 'coupon.no_slot',
  },
  {
    kind: 'check',
    type: COUPON,
    name: 'sales_coupons_takes',
    condition:
      "({kind} = 'percent' and {ratePpm} is not null and {amount} is null) or ({kind} = 'amount' and {amount} is not null and {ratePpm} is null)",
    code: 'coupon.percent_or_amount',
  },
  {
    kind: 'check',
    type: COUPON,
    name: 'sales_coupons_valid',
    condition: '{validFrom} is null or {validTo} is null or {validFrom} <= {validTo}',
    code: 'coupon.dates_crossed',
  },

  // A scope that lost what it names would open the coupon to everybody.
  ...(['coupon', 'product', 'customer', 'class'] as const).map(
    (relation): Constraint => ({ kind: 'restrict', type: COUPON_SCOPE, relation }),
  ),

  {
    kind: 'unique',
    type: COUPON_SCOPE,
    name: 'sales_coupon_scopes_customer',
    columns: ['coupon', 'customer'],
    when: '{customer} is not null',
    code: 'row.already_there',
    onMove: 'leave_out',
  },

  ...(['coupon', 'order', 'customer'] as const).map(
    (relation): Constraint => ({ kind: 'restrict', type: REDEMPTION, relation }),
  ),
  {
    kind: 'unique',
    type: REDEMPTION,
    name: 'sales_redemptions_order',
    columns: ['order', 'coupon'],
    code: 'coupon.redeemed_already',
  },
  {
    kind: 'index',
    type: REDEMPTION,
    name: 'sales_redemptions_customer',
    columns: ['coupon', 'customer'],
    when: "{state} = 'standing'",
  },
  { kind: 'freeze', type: REDEMPTION, columns: ['coupon', 'order', 'amount', 'currency', 'redeemedAt'] },
];
