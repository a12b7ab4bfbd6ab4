import { Button } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useNavigate } from 'react-router-dom';
import { addDays, startOfDay } from '@sanya/strapi-plugin-platform/kernel';
import {
  ChosenCustomer,
  DateRange,
  ListTools,
  PageFrame,
  ReadTable,
  useDateRange,
  useDocuments,
  useListQuery,
  useMay,
  useSay,
  useStateFilter,
  useToday,
} from '@sanya/strapi-plugin-platform/ui';
import { ORDER_STATES } from '../../../../server/src/domain/order-machine';
import { useOrderColumns } from '../../order-columns';
import type { Order } from '../../types';

export function OrderList() {
  const say = useSay('sales');
  const navigate = useNavigate();
  const may = useMay();
  const { zone } = useToday();
  const { narrowed, asked } = useListQuery();
  const state = asked('state');
  const { from, to } = useDateRange();
  const states = useStateFilter(ORDER_STATES, (one) => say(`state.${one}`));
  const reading = useDocuments<Order>('/sales/orders', {
    filters: {
      ...(state ? { state: { $eq: state } } : {}),
      ...(from || to
        ? {
            placedAt: {
              ...(from && { $gte: startOfDay(zone, from) }),
              ...(to && { $lt: startOfDay(zone, addDays(to, 1)) }),
            },
          }
        : {}),
    },
    sort: from || to ? ['placedAt:desc', 'id:desc'] : 'id:desc',
    populate: { customer: true, invoice: true },
  });

  const columns = useOrderColumns({
    key: 'customer',
    title: say('field.customer'),
    wraps: true,
    cell: (order) => order.customer?.name,
  });

  return (
    <PageFrame
      title={say('orders.title')}
      subtitle={say('orders.subtitle')}
      action={
        may('plugin::sales.order.enter') && (
          <Button startIcon={<Plus />} onClick={() => navigate('new')}>
            {say('new.title')}
          </Button>
        )
      }
    >
      <ListTools search={say('orders.search')} filters={[states]}>
        <DateRange />
        <ChosenCustomer name={reading.data?.[0]?.customer?.name} />
      </ListTools>
      <ReadTable
        reading={reading}
        columns={columns}
        keyOf={(order) => order.documentId}
        onOpen={(order) => navigate(order.documentId)}
        empty={say(narrowed ? 'orders.empty' : 'orders.none')}
      />
    </PageFrame>
  );
}
