import { Button, Flex, Typography } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import {
  type Column,
  containing,
  ListPage,
  ListTools,
  useList,
  useMay,
  useSay,
  useStateFilter,
} from '@sanya/strapi-plugin-platform/ui';
import type { Payment } from '../../types';
import { usePaymentColumns } from './payment-columns';

const STATES = ['submitted', 'to_check', 'pending', 'unknown', 'succeeded', 'failed', 'rejected', 'reversed'];

export function PaymentList() {
  const say = useSay('billing');
  const may = useMay();
  const states = useStateFilter(STATES, (one) => say(`payment.${one}`));
  const reading = useList<Payment>('/billing/payments', {
    search: (text) => [{ chargeId: { $eq: text } }, ...containing('reference', 'customer.name')(text)],
    sort: 'id:desc',
    populate: { customer: true },
  });
  const columns: Column<Payment>[] = [
    {
      key: 'customer',
      title: say('field.customer'),
      wraps: true,
      cell: (payment) => <Typography fontWeight="semiBold">{payment.customer?.name}</Typography>,
    },
    ...usePaymentColumns(),
  ];
  return (
    <ListPage
      title={say('payments.title')}
      subtitle={say('payments.subtitle')}
      action={
        <Flex gap={2} wrap="wrap">
          {may('plugin::content-manager.explorer.read', 'plugin::billing.gateway-event') && (
            <Button tag={NavLink} to="/plugins/billing/payments/gateways" variant="secondary">
              {say('gateways.title')}
            </Button>
          )}
          {may('plugin::billing.payment.record') && (
            <Button tag={NavLink} to="/plugins/billing/receive-money">
              {say('receive.title')}
            </Button>
          )}
        </Flex>
      }
      tools={<ListTools search={say('payments.search')} filters={[states]} />}
      reading={reading}
      columns={columns}
      empty={say('payments.empty')}
      none={say('payments.none_yet')}
    />
  );
}
