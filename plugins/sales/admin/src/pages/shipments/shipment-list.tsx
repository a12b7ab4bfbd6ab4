import { Button } from '@strapi/design-system';
import { NavLink, useNavigate } from 'react-router-dom';
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
import { SHIPMENT_STATES } from '../../../../server/src/domain/shipment-machine';
import { useShipmentColumns } from '../../shipment-columns';
import type { Shipment } from '../../shipment-types';

/** All shipments, the newest first. */
export function ShipmentList() {
  const say = useSay('sales');
  const may = useMay();
  const navigate = useNavigate();
  const { narrowed, page, asked } = useListQuery();
  const [state, search] = [asked('state'), asked('q').toUpperCase()];
  const states = useStateFilter(SHIPMENT_STATES, (one) => say(one === 'all' ? 'state.all' : `shipment_state.${one}`));
  const reading = useApi<Shipment[]>('/sales/shipments', {
    filters: {
      ...(state ? { state: { $eq: state } } : {}),
      ...(search ? { $or: [{ number: { $startsWith: search } }, { order: { number: { $startsWith: search } } }] } : {}),
    },
    populate: { order: { populate: { customer: true } } },
    sort: 'id:desc',
    pagination: { page },
  });
  const columns = useShipmentColumns(
    { key: 'order', title: say('subject.order'), cell: ({ order }) => order?.number },
    { key: 'customer', title: say('field.customer'), wraps: true, cell: ({ order }) => order?.customer?.name },
  );
  return (
    <PageFrame
      title={say('shipments.title')}
      subtitle={say('shipments.subtitle')}
      action={
        may('plugin::sales.shipment.plan') && (
          <Button tag={NavLink} to="pick" variant="secondary">
            {say('pick.title')}
          </Button>
        )
      }
    >
      <ListTools search={say('shipments.search')} filters={[states]} />
      <ReadTable
        reading={reading}
        columns={columns}
        keyOf={(one) => one.documentId}
        onOpen={(one) => navigate(one.documentId)}
        empty={say(narrowed ? 'shipments.empty' : 'shipments.none')}
      />
    </PageFrame>
  );
}
