import { Flex, Typography } from '@strapi/design-system';
import {
  type Column,
  DataTable,
  DateText,
  DetailPage,
  DocumentView,
  Money,
  pageLink,
  Panel,
  Standing,
  TimelinePanel,
  UnreadPage,
  useDetail,
  useMay,
  useSay,
} from '@sanya/strapi-plugin-platform/ui';
import { placeText, SHIPMENT_BADGE } from '../../shipment-shown';
import type { Shipment, ShipmentLine } from '../../shipment-types';
import { useWarehouses } from '../../warehouses';
import { ExportPanel } from './export-panel';
import { ShipmentActions } from './shipment-actions';

/** A shipment: what it holds, how it travels, its delivery note, what happened. */
export function ShipmentDetail() {
  const say = useSay('sales');
  const may = useMay();
  const {
    id,
    data: shipment,
    error,
    reload,
  } = useDetail<Shipment>('/sales/shipments', {
    populate: {
      order: { populate: { customer: true } },
      ...{ warehouse: true, chosenCarrier: true },
      lines: { populate: { orderLine: { populate: { product: true } } }, sort: 'position:asc' },
    },
  });
  const several = useWarehouses().length > 1;
  const back = { to: '/plugins/sales/shipments', label: say('shipments.title') };
  if (!shipment) return <UnreadPage error={error} back={back} />;
  const { order, lines = [], state } = shipment;
  const columns: Column<ShipmentLine>[] = [
    { key: 'position', title: say('field.position'), cell: (_, index) => index + 1 },
    {
      key: 'description',
      title: say('field.description'),
      wraps: true,
      cell: ({ orderLine }) => (
        <Flex direction="column" alignItems="flex-start">
          <Typography fontWeight="semiBold" style={{ whiteSpace: 'normal' }}>
            {orderLine?.description}
          </Typography>
          <Typography variant="pi" textColor="neutral600">
            {orderLine?.sku}
          </Typography>
        </Flex>
      ),
    },
    {
      key: 'quantity',
      title: say('field.quantity'),
      right: true,
      cell: ({ quantity, orderLine }) => `${quantity} ${orderLine?.unit ?? ''}`.trim(),
    },
    { key: 'serials', title: say('shipment.serials'), wraps: true, cell: ({ serials }) => serials?.join(', ') },
  ];
  return (
    <DetailPage
      title={shipment.number}
      subtitle={order?.customer?.name}
      back={back}
      action={<ShipmentActions shipment={shipment} onDone={reload} />}
    >
      <Standing
        title={say('shipment.facts')}
        state={SHIPMENT_BADGE[state]}
        label={say(`shipment_state.${state}`)}
        customer={order?.customer}
        facts={[
          [
            say('subject.order'),
            pageLink('plugin::sales.order', order?.documentId, order?.number ?? say('orders.no_number')),
          ],
          [say('subject.warehouse'), several && shipment.warehouse?.name],
          [say('shipment.planned_at'), <DateText key="planned" at={shipment.plannedAt} />],
          [
            say('shipment.check'),
            shipment.checkResult &&
              [say(`check_result.${shipment.checkResult}`), shipment.checkedBy, shipment.checkNote]
                .filter(Boolean)
                .join(' · '),
          ],
          [say('shipment.checked_at'), shipment.checkedAt && <DateText key="checked" at={shipment.checkedAt} />],
          [say('shipment.shipped_on'), shipment.shippedOn && <DateText key="shipped" at={shipment.shippedOn} />],
          [
            say('shipment.delivered_on'),
            shipment.deliveredOn && <DateText key="delivered" at={shipment.deliveredOn} />,
          ],
          [say('shipment.carrier'), shipment.carrier],
          [say('carrier.cost'), shipment.shippingCost && <Money key="cost" amount={shipment.shippingCost} />],
          [say('carrier.promised'), shipment.promisedOn && <DateText key="promised" at={shipment.promisedOn} />],
          [
            say('shipment.tracking'),
            shipment.trackingUrl ? (
              <a key="tracking" href={shipment.trackingUrl} target="_blank" rel="noreferrer">
                {shipment.trackingNumber ?? shipment.trackingUrl}
              </a>
            ) : (
              shipment.trackingNumber
            ),
          ],
          [say('shipment.receiver'), shipment.receiver],
          [say('field.shipping'), placeText(shipment.shipTo)],
          [say('field.note'), shipment.note],
        ]}
      />
      <Panel title={say('shipment.lines')}>
        <DataTable columns={columns} rows={lines} keyOf={(line) => line.documentId} empty={say('orders.no_lines')} />
      </Panel>
      <ExportPanel key={`export-${state}`} shipment={shipment} onDone={reload} />
      {may('plugin::sales.shipment.document') && (
        <DocumentView
          key={`document-${state}-${shipment.carrier}-${shipment.trackingNumber}`}
          url={`/sales/shipments/${id}/document`}
          title={say('shipment.document')}
        />
      )}
      <TimelinePanel
        key={`timeline-${state}-${shipment.trackingNumber}-${shipment.checkedAt}`}
        type="plugin::sales.shipment"
        id={shipment.documentId}
      />
    </DetailPage>
  );
}
