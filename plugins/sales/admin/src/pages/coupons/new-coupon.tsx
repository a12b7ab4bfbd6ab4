import { useState } from 'react';
import { freshKey, useSay } from '@sanya/strapi-plugin-platform/ui';
import { couponDraft, NEW_COUPON } from '../../coupon-values';
import { useAsk } from '../../doors';
import { CouponForm } from './form/coupon-form';

const LIST = '/plugins/sales/coupons';

/** A new coupon: once for each opened form. */
export function NewCoupon() {
  const say = useSay('sales');
  const ask = useAsk();
  const [key] = useState(freshKey);
  return (
    <CouponForm
      title={say('coupon.new')}
      before={NEW_COUPON}
      from={{ to: LIST, label: say('coupons.title') }}
      send={async (values) => {
        const made = await ask('POST /sales/coupons', { body: couponDraft(values), key });
        return { to: `${LIST}/${made.documentId}`, message: say('coupon.created', { code: made.code }) };
      }}
    />
  );
}
