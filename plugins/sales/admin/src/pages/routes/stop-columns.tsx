import { type Column, LinkTo, Money, TwoLines, useSay } from '@sanya/strapi-plugin-platform/ui';
import { placeText } from '../../shipment-shown';
import type { PlannedStop } from './route-form';

/** Where it goes, whom to call, what to bring back. */
export function useStopColumns<Row extends PlannedStop>(currency: string): Column<Row>[] {
  const say = useSay('sales');
  return [
    {
      key: 'where',
      title: say('route.where'),
      wraps: true,
      cell: ({ customer, shipTo, phone }) => (
        <TwoLines
          first={customer}
          second={placeText(shipTo && { ...shipTo, phone: phone ?? '' }) || (phone ?? say('route.no_place'))}
        />
      ),
    },
    {
      key: 'shipment',
      title: say('subject.shipment'),
      cell: ({ shipment }) => <LinkTo to={`/plugins/sales/shipments/${shipment.documentId}`}>{shipment.number}</LinkTo>,
    },
    {
      key: 'collect',
      title: say('route.collect'),
      right: true,
      cell: ({ collect }) => (collect === '0' ? '–' : <Money amount={collect} currency={currency} strong />),
    },
  ];
}
