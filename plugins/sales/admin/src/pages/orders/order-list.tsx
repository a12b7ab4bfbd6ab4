import { Button } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useNavigate } from 'react-router-dom';
import {
  ListTools,
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
  const { page, asked } = useListQuery();
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
    cell: (order) => order.customer?.name,
  });

  return (
    <Page.Main>
      <Page.Title>{say('orders.title')}</Page.Title>
      <Layouts.Header
        title={say('orders.title')}
        subtitle={say('orders.subtitle')}
        primaryAction={
          may('plugin::sales.order.enter') && (
            <Button startIcon={<Plus />} onClick={() => navigate('new')}>
              {say('new.title')}
            </Button>
          )
        }
      />
      <Layouts.Content>
        <ListTools search={say('orders.search')} filters={[states]} />
        <ReadTable
          reading={reading}
          columns={columns}
          keyOf={(order) => order.documentId}
          onOpen={(order) => navigate(order.documentId)}
          empty={say('orders.empty')}
        />
      </Layouts.Content>
    </Page.Main>
  );
}
