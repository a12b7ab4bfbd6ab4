import { Button } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { NavLink } from 'react-router-dom';
import {
  ChosenCustomer,
  DateRange,
  instantsWithin,
  ListPage,
  ListTools,
  useDateRange,
  useDocuments,
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
  const may = useMay();
  const { zone } = useToday();
  const days = useDateRange();
  const states = useStateFilter(ORDER_STATES, (one) => say(`state.${one}`));
  const reading = useDocuments<Order>('/sales/orders', {
    filters: instantsWithin('placedAt', zone, days),
    sort: days.from || days.to ? ['placedAt:desc', 'id:desc'] : 'id:desc',
    populate: { customer: true, invoice: true },
  });

  const columns = useOrderColumns({
    key: 'customer',
    title: say('field.customer'),
    wraps: true,
    cell: (order) => order.customer?.name,
  });

  return (
    <ListPage
      title={say('orders.title')}
      subtitle={say('orders.subtitle')}
      action={
        may('plugin::sales.order.enter') && (
          <Button tag={NavLink} to="new" startIcon={<Plus />}>
            {say('new.title')}
          </Button>
        )
      }
      tools={
        <ListTools search={say('orders.search')} filters={[states]}>
          <DateRange />
          <ChosenCustomer name={reading.data?.[0]?.customer?.name} />
        </ListTools>
      }
      reading={reading}
      columns={columns}
      empty={say('orders.empty')}
      none={say('orders.none')}
    />
  );
}
