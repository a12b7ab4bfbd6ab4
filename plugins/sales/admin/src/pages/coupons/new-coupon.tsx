import { useState } from 'react';
import { freshKey, useClient, useSay } from '@sanya/strapi-plugin-platform/ui';
import type { Coupon } from '../../coupon-types';
import { couponDraft, NEW_COUPON } from '../../coupon-values';
import { CouponForm } from './form/coupon-form';

const LIST = '/plugins/sales/coupons';

/** A new coupon: once for each opened form. */
export function NewCoupon() {
  const say = useSay('sales');
  const { send } = useClient();
  const [key] = useState(freshKey);
  return (
    <CouponForm
      title={say('coupon.new')}
      before={NEW_COUPON}
      from={{ to: LIST, label: say('coupons.title') }}
      save={async (values) => {
        const made = await send<Coupon>('/sales/coupons', couponDraft(values), key);
        return { to: `${LIST}/${made.documentId}`, message: say('coupon.created', { code: made.code }) };
      }}
    />
  );
}
