import { useState } from 'react';
import { Button } from '@strapi/design-system';
import { useNavigate } from 'react-router-dom';
import { Panel, ReadTable, useApi, useMay, useSay } from '@sanya/strapi-plugin-platform/ui';
import { useShipmentColumns } from '../../shipment-columns';
import { leftOf } from '../../shipment-shown';
import type { Shipment } from '../../shipment-types';
import type { Order, OrderLine } from '../../types';
import { PlanShipment } from './plan-shipment';

/** Orders of which something can be packed. */
const PACKED_IN: readonly Order['state'][] = ['confirmed', 'fulfilling'];

/** What was packed of an order and how far it is; the next shipment is planned here. */
export function OrderShipments({ order, lines }: { order: Order; lines: readonly OrderLine[] }) {
  const say = useSay('sales');
  const may = useMay();
  const navigate = useNavigate();
  const [planning, setPlanning] = useState(false);
  const allowed = may('plugin::content-manager.explorer.read', 'plugin::sales.shipment');
  const reading = useApi<Shipment[]>(allowed ? '/sales/shipments' : null, {
    filters: { order: { documentId: { $eq: order.documentId } } },
    populate: { lines: { populate: { orderLine: true } } },
    sort: 'id:asc',
    pagination: { pageSize: 100 },
  });
  const columns = useShipmentColumns();
  const { data: shipments = [] } = reading;
  const canPlan =
    may('plugin::sales.shipment.plan') &&
    PACKED_IN.includes(order.state) &&
    lines.some((line) => leftOf(line, shipments) !== '0');
  if (!allowed || (shipments.length === 0 && !canPlan)) return null;
  return (
    <Panel
      title={say('shipments.title')}
      aside={
        canPlan && (
          <Button variant="secondary" onClick={() => setPlanning(true)}>
            {say('shipment.plan')}
          </Button>
        )
      }
    >
      <ReadTable
        whole
        reading={reading}
        columns={columns}
        keyOf={(one) => one.documentId}
        onOpen={(one) => navigate(`/plugins/sales/shipments/${one.documentId}`)}
        empty={say('shipments.none_of_order')}
      />
      {planning && (
        <PlanShipment
          {...{ order, lines, shipments }}
          onClose={() => setPlanning(false)}
          onDone={(shipment) => navigate(`/plugins/sales/shipments/${shipment}`)}
        />
      )}
    </Panel>
  );
}
