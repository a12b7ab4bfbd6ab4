import { Typography } from '@strapi/design-system';
import { type Column, DateText, StateBadge, TwoLines, useSay } from '@sanya/strapi-plugin-platform/ui';
import { SHIPMENT_BADGE } from './shipment-shown';
import type { Shipment } from './shipment-types';

/** How shipments are told apart, in their own list and on the page of an order. */
export function useShipmentColumns(...afterNumber: Column<Shipment>[]): Column<Shipment>[] {
  const say = useSay('sales');
  return [
    {
      key: 'number',
      title: say('field.number'),
      cell: ({ number }) => <Typography fontWeight="semiBold">{number}</Typography>,
    },
    ...afterNumber,
    {
      key: 'carrier',
      title: say('shipment.carrier'),
      wraps: true,
      cell: ({ carrier, trackingNumber }) => <TwoLines first={carrier} second={trackingNumber} />,
    },
    {
      key: 'shipped',
      title: say('shipment.shipped_on'),
      cell: ({ shippedOn }) => shippedOn && <DateText at={shippedOn} />,
    },
    {
      key: 'delivered',
      title: say('shipment.delivered_on'),
      cell: ({ deliveredOn }) => deliveredOn && <DateText at={deliveredOn} />,
    },
    {
      key: 'state',
      title: say('field.state'),
      cell: ({ state }) => <StateBadge state={SHIPMENT_BADGE[state]} label={say(`shipment_state.${state}`)} />,
    },
  ];
}
