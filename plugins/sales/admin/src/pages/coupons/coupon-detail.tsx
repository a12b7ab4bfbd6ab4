import {
  DateText,
  DetailPage,
  Failure,
  Standing,
  TimelinePanel,
  UnreadPage,
  useDetail,
  useLanguage,
  useSay,
  useToday,
} from '@sanya/strapi-plugin-platform/ui';
import { BADGE, couponName, standingOf } from '../../coupon-shown';
import type { Coupon } from '../../coupon-types';
import { CouponActions } from './coupon-actions';
import { Redemptions } from './redemptions';
import { useCouponWords } from './use-coupon-words';
import { useScope } from './use-scope';

const namesOf = (rows: readonly { name: string }[]): string => rows.map((row) => row.name).join(', ');

/** A coupon: what it takes off, for what and whom, how much of it is used, and by whom. */
export function CouponDetail() {
  const say = useSay('sales');
  const language = useLanguage();
  const { today } = useToday();
  const words = useCouponWords();
  const { id, data: coupon, error, reload } = useDetail<Coupon>('/sales/coupons');
  const { scope, error: scopeError } = useScope(id);
  const back = { to: '/plugins/sales/coupons', label: say('coupons.title') };
  if (!coupon) return <UnreadPage error={error} back={back} />;
  const standing = standingOf(coupon, today);
  const lines = [namesOf(scope?.products ?? []), (scope?.groups ?? []).join(', ')].filter(Boolean).join(' · ');
  const customers = [namesOf(scope?.customers ?? []), namesOf(scope?.classes ?? [])].filter(Boolean).join(' · ');

  return (
    <DetailPage
      title={coupon.code}
      subtitle={couponName(coupon, language)}
      back={back}
      action={<CouponActions coupon={coupon} onDone={reload} />}
    >
      {scopeError !== undefined && <Failure message={scopeError} />}
      <Standing
        title={say('coupon.facts')}
        state={BADGE[standing]}
        label={say(`coupon_state.${standing}`)}
        facts={[
          [say('coupon.takes'), words.takes(coupon)],
          [say('coupon.used'), words.used(coupon)],
          [say('field.per_customer_limit'), coupon.perCustomerLimit],
          [say('field.duration'), words.lasts(coupon)],
          [say('field.valid_from'), coupon.validFrom && <DateText key="from" at={coupon.validFrom} />],
          [say('field.valid_to'), coupon.validTo && <DateText key="to" at={coupon.validTo} />],
          [say('field.stackable'), say(coupon.stackable ? 'product.yes' : 'product.no')],
          [say('coupon.for_lines'), scope && (lines || say('coupon.all_lines'))],
          [say('coupon.for_customers'), scope && (customers || say('coupon.all_customers'))],
        ]}
      />
      <Redemptions coupon={coupon} />
      <TimelinePanel key={`timeline-${JSON.stringify(coupon)}`} type="plugin::sales.coupon" id={id} />
    </DetailPage>
  );
}
