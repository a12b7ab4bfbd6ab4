import { Flex } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useParams } from 'react-router-dom';
import {
  BackTo,
  DateText,
  Facts,
  Failure,
  Panel,
  StateBadge,
  useApi,
  useLanguage,
  useSay,
  useToday,
  Waiting,
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
  const { id = '' } = useParams();
  const { data: coupon, error, reload } = useApi<Coupon>(`/sales/coupons/${id}`);
  const { scope, error: scopeError } = useScope(id);

  if (error !== undefined) return <Failure message={error} />;
  if (!coupon) return <Waiting />;
  const standing = standingOf(coupon, today);
  const lines = [namesOf(scope?.products ?? []), (scope?.groups ?? []).join(', ')].filter(Boolean).join(' · ');
  const customers = [namesOf(scope?.customers ?? []), namesOf(scope?.classes ?? [])].filter(Boolean).join(' · ');

  return (
    <Page.Main>
      <Page.Title>{coupon.code}</Page.Title>
      <Layouts.Header
        title={coupon.code}
        subtitle={couponName(coupon, language)}
        navigationAction={<BackTo to="/plugins/sales/coupons">{say('coupons.title')}</BackTo>}
        primaryAction={<CouponActions coupon={coupon} onDone={reload} />}
      />
      <Layouts.Content>
        <Flex direction="column" alignItems="stretch" gap={6}>
          {scopeError !== undefined && <Failure message={scopeError} />}
          <Panel
            title={say('coupon.facts')}
            aside={<StateBadge state={BADGE[standing]} label={say(`coupon_state.${standing}`)} />}
          >
            <Facts
              columns={4}
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
          </Panel>
          <Redemptions coupon={coupon} />
        </Flex>
      </Layouts.Content>
    </Page.Main>
  );
}
