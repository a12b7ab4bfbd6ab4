import { Typography } from '@strapi/design-system';
import { type Column, DateText, Money, StateBadge, useSay } from '@sanya/strapi-plugin-platform/ui';
import type { Refund } from './types';

export function useRefundColumns(): Column<Refund>[] {
  const say = useSay('billing');
  return [
    {
      key: 'number',
      title: say('field.number'),
      cell: (refund) => <Typography fontWeight="semiBold">{refund.number}</Typography>,
    },
    { key: 'customer', title: say('field.customer'), cell: (refund) => refund.customer?.name },
    { key: 'requested', title: say('refunds.requested_at'), cell: (refund) => <DateText at={refund.requestedAt} /> },
    {
      key: 'state',
      title: say('field.state'),
      cell: (refund) => <StateBadge state={refund.state} label={say(`refund.${refund.state}`)} />,
    },
    { key: 'reference', title: say('field.reference'), cell: (refund) => refund.reference },
    {
      key: 'amount',
      title: say('payments.amount'),
      right: true,
      cell: (refund) => <Money amount={refund.amount} currency={refund.currency} />,
    },
  ];
}
