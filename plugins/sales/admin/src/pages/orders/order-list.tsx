import { Button } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useNavigate } from 'react-router-dom';
import {
  ListTools,
  PageFrame,
  ReadTable,
  useApi,
  useListQuery,
  useMay,
  useSay,
  useStateFilter,
} from '@sanya/strapi-plugin-platform/ui';
import { ORDER_STATES } from '../../../../server/src/domain/order-machine';
import { useOrderColumns } from '../../order-columns';
import type { Order } from '../../types';

export function OrderList() {
  const say = useSay('sales');
  const navigate = useNavigate();
  const may = useMay();
  const { narrowed, page, asked } = useListQuery();
  const [state, search] = [asked('state'), asked('q')];
  const states = useStateFilter(ORDER_STATES, (one) => say(`state.${one}`));
  const reading = useApi<Order[]>('/sales/orders', {
    filters: {
      ...(state ? { state: { $eq: state } } : {}),
      ...(search ? { $or: [{ number: { $containsi: search } }, { customer: { name: { $containsi: search } } }] } : {}),
    },
    sort: 'id:desc',
    populate: { customer: true, invoice: true },
    pagination: { page },
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
      <ListTools search={say('orders.search')} filters={[states]} />
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
