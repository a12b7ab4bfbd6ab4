import { Flex, Typography } from '@strapi/design-system';
import { useNavigate } from 'react-router-dom';
import {
  type Column,
  LinkTo,
  ListTools,
  PageFrame,
  ReadTable,
  useApi,
  useListQuery,
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
  const navigate = useNavigate();
  const { narrowed, page, asked } = useListQuery();
  const [state, search] = [asked('state'), asked('q')];
  const states = useStateFilter(STATES, (one) => say(`payment.${one}`));
  const reading = useApi<Payment[]>('/billing/payments', {
    filters: {
      ...(state ? { state: { $eq: state } } : {}),
      ...(search
        ? {
            $or: [
              { reference: { $containsi: search } },
              { chargeId: { $eq: search } },
              { customer: { name: { $containsi: search } } },
            ],
          }
        : {}),
    },
    sort: 'id:desc',
    populate: { customer: true },
    pagination: { page },
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
    <PageFrame
      title={say('payments.title')}
      subtitle={say('payments.subtitle')}
      action={
        <Flex gap={4}>
          {may('plugin::content-manager.explorer.read', 'plugin::billing.gateway-event') && (
            <LinkTo to="/plugins/billing/payments/gateways">{say('gateways.title')}</LinkTo>
          )}
          {may('plugin::billing.payment.record') && (
            <LinkTo to="/plugins/billing/receive-money">{say('receive.title')}</LinkTo>
          )}
        </Flex>
      }
    >
      <ListTools search={say('payments.search')} filters={[states]} />
      <ReadTable
        reading={reading}
        columns={columns}
        keyOf={(payment) => payment.documentId}
        onOpen={(payment) => navigate(payment.documentId)}
        empty={say(narrowed ? 'payments.empty' : 'payments.none_yet')}
      />
    </PageFrame>
  );
}
