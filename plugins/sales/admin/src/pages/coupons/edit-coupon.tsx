import { useState } from 'react';
import { useParams } from 'react-router-dom';
import { Failure, useApi, useSay, Waiting } from '@sanya/strapi-plugin-platform/ui';
import type { CouponScopeNames } from '../../coupon-shown';
import type { Coupon } from '../../coupon-types';
import { couponChanges, couponValues } from '../../coupon-values';
import { useAsk } from '../../doors';
import { CouponForm } from './form/coupon-form';
import { useScope } from './use-scope';

/** Reads the coupon once: what somebody else writes meanwhile does not change the fields under one's hands. */
export function EditCoupon() {
  const { id = '' } = useParams();
  const { data, error } = useApi<Coupon>(`/sales/coupons/${id}`);
  const { scope, error: scopeError } = useScope(id);
  const failed = error ?? scopeError;
  if (failed !== undefined) return <Failure message={failed} />;
  if (!data || !scope) return <Waiting />;
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
      save={async (values) => {
        await ask('PUT /sales/coupons/:id', { id: coupon.documentId, body: couponChanges(before, values) });
        return { to: page, message: say('coupon.saved') };
      }}
    />
  );
}
