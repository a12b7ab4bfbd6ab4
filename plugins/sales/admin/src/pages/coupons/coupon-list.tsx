import { Box, Button, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { NavLink } from 'react-router-dom';
import {
  type Column,
  containing,
  ListPage,
  ListTools,
  StateBadge,
  useLanguage,
  useList,
  useMay,
  useSay,
  useStateFilter,
  useToday,
} from '@sanya/strapi-plugin-platform/ui';
import { COUPON_STATES } from '../../../../server/src/domain/coupon';
import { BADGE, couponName, standingOf } from '../../coupon-shown';
import type { Coupon } from '../../coupon-types';
import { Validity } from '../../validity';
import { useCouponWords } from './use-coupon-words';

/** All coupons with what they take off and how much of them is used. */
export function CouponList() {
  const say = useSay('sales');
  const language = useLanguage();
  const may = useMay();
  const { today } = useToday();
  const words = useCouponWords();
  const states = useStateFilter(COUPON_STATES, (one) => say(one === 'all' ? 'state.all' : `coupon_state.${one}`));
  const reading = useList<Coupon>('/sales/coupons', { search: containing('code', 'name'), sort: 'id:desc' });
  const columns: Column<Coupon>[] = [
    {
      key: 'code',
      title: say('field.coupon'),
      cell: (one) => (
        <Box>
          <Typography tag="div" fontWeight="semiBold">
            {one.code}
          </Typography>
          <Typography tag="div" variant="pi" textColor="neutral600" style={{ whiteSpace: 'normal' }}>
            {couponName(one, language)}
          </Typography>
        </Box>
      ),
    },
    { key: 'takes', title: say('coupon.takes'), cell: words.takes },
    { key: 'used', title: say('coupon.used'), right: true, cell: words.used },
    {
      key: 'valid',
      title: say('field.valid'),
      cell: ({ validFrom, validTo }) => <Validity validFrom={validFrom} validTo={validTo} />,
    },
    {
      key: 'state',
      title: say('field.state'),
      cell: (one) => {
        const standing = standingOf(one, today);
        return <StateBadge state={BADGE[standing]} label={say(`coupon_state.${standing}`)} />;
      },
    },
  ];

  return (
    <ListPage
      title={say('coupons.title')}
      subtitle={say('coupons.subtitle')}
      action={
        may('plugin::sales.coupon.edit') && (
          <Button tag={NavLink} to="new" startIcon={<Plus />}>
            {say('coupon.new')}
          </Button>
        )
      }
      tools={<ListTools search={say('coupons.search')} filters={[states]} />}
      reading={reading}
      columns={columns}
      empty={say('coupons.empty')}
      none={say('coupons.none_yet')}
    />
  );
}
