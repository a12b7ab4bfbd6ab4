import { Typography } from '@strapi/design-system';
import {
  type Column,
  DateText,
  LinkTo,
  Money,
  Panel,
  ReadTable,
  StateBadge,
  useApi,
  useListQuery,
  useMay,
  useSay,
} from '@sanya/strapi-plugin-platform/ui';
import type { Coupon, Redemption } from '../../coupon-types';

const TYPE = 'plugin::sales.redemption';

/** Who used the coupon, on which order, and what came back. */
export function Redemptions({ coupon }: { coupon: Coupon }) {
  const say = useSay('sales');
  const may = useMay();
  const { page } = useListQuery();
  const allowed = may('plugin::content-manager.explorer.read', TYPE);
  const reading = useApi<Redemption[]>(allowed ? '/sales/redemptions' : null, {
    filters: { coupon: { documentId: { $eq: coupon.documentId } } },
    populate: { customer: true, order: true },
    sort: 'id:desc',
    pagination: { page },
  });
  const columns: Column<Redemption>[] = [
    { key: 'at', title: say('field.at'), cell: (one) => <DateText at={one.redeemedAt} /> },
    {
      key: 'customer',
      title: say('field.customer'),
      cell: (one) => <Typography style={{ whiteSpace: 'normal' }}>{one.customer?.name}</Typography>,
    },
    {
      key: 'order',
      title: say('coupon.order'),
      cell: ({ order }) =>
        order && (
          <LinkTo to={`/plugins/sales/orders/${order.documentId}`}>{order.number ?? say('orders.no_number')}</LinkTo>
        ),
    },
    {
      key: 'amount',
      title: say('field.discount'),
      right: true,
      cell: (one) => <Money amount={one.amount} currency={one.currency} />,
    },
    {
      key: 'state',
      title: say('field.state'),
      cell: ({ state }) => (
        <StateBadge state={state === 'standing' ? 'active' : 'closed'} label={say(`redemption_state.${state}`)} />
      ),
    },
  ];
  if (!allowed) return null;
  return (
    <Panel title={say('coupon.redemptions')}>
      <ReadTable
        reading={reading}
        columns={columns}
        keyOf={(one) => one.documentId}
        empty={say('coupon.no_redemptions')}
      />
    </Panel>
  );
}
