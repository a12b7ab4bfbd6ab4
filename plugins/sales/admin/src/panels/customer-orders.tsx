import { useNavigate } from 'react-router-dom';
import { LinkTo, Panel, ReadTable, useApi, useMay, useSay } from '@sanya/strapi-plugin-platform/ui';
import { useOrderColumns } from '../order-columns';
import type { Order } from '../types';

/** On the page of a customer: the last ten orders. */
export default function CustomerOrders({ id }: { id: string }) {
  const say = useSay('sales');
  const navigate = useNavigate();
  const seen = useMay()('plugin::content-manager.explorer.read', 'plugin::sales.order');
  const columns = useOrderColumns();
  const reading = useApi<Order[]>(seen ? '/sales/orders' : null, {
    filters: { customer: { documentId: { $eq: id } } },
    sort: 'id:desc',
    populate: { invoice: true },
    pagination: { pageSize: 10 },
  });
  if (!seen) return null;
  return (
    <Panel
      title={say('orders.title')}
      aside={<LinkTo to={`/plugins/sales/orders?customer=${id}`}>{say('orders.all_of_customer')}</LinkTo>}
    >
      <ReadTable
        whole
        reading={reading}
        columns={columns}
        keyOf={(order) => order.documentId}
        onOpen={(order) => navigate(`/plugins/sales/orders/${order.documentId}`)}
        empty={say('orders.none')}
      />
    </Panel>
  );
}
