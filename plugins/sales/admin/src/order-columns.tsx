import { Typography } from '@strapi/design-system';
import { type Column, DateText, Money, StateBadge, TwoLines, useSay } from '@sanya/strapi-plugin-platform/ui';
import type { Order } from './types';

/** How orders are told apart, in their own list and on the page of a customer. */
export function useOrderColumns(...afterNumber: Column<Order>[]): Column<Order>[] {
  const say = useSay('sales');
  return [
    {
      key: 'number',
      title: say('field.number'),
      cell: (order) => <Typography fontWeight="semiBold">{order.number ?? say('orders.no_number')}</Typography>,
    },
    ...afterNumber,
    {
      key: 'placed',
      title: say('field.placed_at'),
      cell: (order) => <TwoLines first={<DateText at={order.placedAt} />} second={say(`source.${order.source}`)} />,
    },
    {
      key: 'state',
      title: say('field.state'),
      cell: (order) => <StateBadge state={order.state} label={say(`state.${order.state}`)} />,
    },
    { key: 'invoice', title: say('field.invoice'), cell: (order) => order.invoice?.number },
    {
      key: 'total',
      title: say('field.total'),
      right: true,
      cell: (order) => <Money amount={order.total} currency={order.currency} />,
    },
  ];
}
