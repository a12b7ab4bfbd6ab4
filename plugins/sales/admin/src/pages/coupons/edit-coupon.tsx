import { useState } from 'react';
import { UnreadPage, useDetail, useSay } from '@sanya/strapi-plugin-platform/ui';
import type { CouponScopeNames } from '../../coupon-shown';
import type { Coupon } from '../../coupon-types';
import { couponChanges, couponValues } from '../../coupon-values';
import { useAsk } from '../../doors';
import { CouponForm } from './form/coupon-form';
import { useScope } from './use-scope';

/** Reads the coupon once: what somebody else writes meanwhile does not change the fields under one's hands. */
export function EditCoupon() {
  const say = useSay('sales');
  const { id, data, error } = useDetail<Coupon>('/sales/coupons');
  const { scope, error: scopeError } = useScope(id);
  const back = { to: '/plugins/sales/coupons', label: say('coupons.title') };
  if (!data || !scope) return <UnreadPage error={error ?? scopeError} back={back} />;
  return <Edit coupon={data} scope={scope} />;
}

function Edit({ coupon, scope }: { coupon: Coupon; scope: CouponScopeNames }) {
  const say = useSay('sales');
  const ask = useAsk();
  const [before] = useState(() => couponValues(coupon, scope));
  const page = `/plugins/sales/coupons/${coupon.documentId}`;
  return (
    <CouponForm
      title={say('coupon.edit_title')}
      before={before}
      used={coupon.used}
      from={{ to: page, label: coupon.code }}
      send={async (values) => {
        await ask('PUT /sales/coupons/:id', { id: coupon.documentId, body: couponChanges(before, values) });
        return { to: page, message: say('coupon.saved') };
      }}
    />
  );
}
