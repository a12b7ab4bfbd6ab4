import { Button } from '@strapi/design-system';
import { NavLink } from 'react-router-dom';
import { ListPage, ListTools, useList, useMay, useSay, useStateFilter } from '@sanya/strapi-plugin-platform/ui';
import { SHIPMENT_STATES } from '../../../../server/src/domain/shipment-machine';
import { useShipmentColumns } from '../../shipment-columns';
import type { Shipment } from '../../shipment-types';

/** All shipments, the newest first. */
export function ShipmentList() {
  const say = useSay('sales');
  const may = useMay();
  const states = useStateFilter(SHIPMENT_STATES, (one) => say(one === 'all' ? 'state.all' : `shipment_state.${one}`));
  const reading = useList<Shipment>('/sales/shipments', {
    search: (text) => {
      const begun = { $startsWith: text.toUpperCase() };
      return [{ number: begun }, { order: { number: begun } }];
    },
    sort: 'id:desc',
    populate: { order: { populate: { customer: true } } },
  });
  const columns = useShipmentColumns(
    { key: 'order', title: say('subject.order'), cell: ({ order }) => order?.number },
    { key: 'customer', title: say('field.customer'), wraps: true, cell: ({ order }) => order?.customer?.name },
  );
  return (
    <ListPage
      title={say('shipments.title')}
      subtitle={say('shipments.subtitle')}
      action={
        may('plugin::sales.shipment.plan') && (
          <Button tag={NavLink} to="pick" variant="secondary">
            {say('pick.title')}
          </Button>
        )
      }
      tools={<ListTools search={say('shipments.search')} filters={[states]} />}
      reading={reading}
      columns={columns}
      empty={say('shipments.empty')}
      none={say('shipments.none')}
    />
  );
}
