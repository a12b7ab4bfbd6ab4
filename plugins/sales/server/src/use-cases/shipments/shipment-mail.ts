import { formatDate, formatQuantity } from '@sanya/strapi-plugin-platform/kernel';
import type { NewDelivery, Platform } from '@sanya/strapi-plugin-platform/kit';
import { SHIPMENT } from '../../content-types/types';
import type { OrderLineRow, OrderRow } from '../../stores/orders';
import type { ShipmentRow } from '../../stores/shipments';

interface Told {
  order: Pick<OrderRow, 'number' | 'language' | 'customer'>;
  shipment: ShipmentRow;
  parts: readonly { line: Pick<OrderLineRow, 'description' | 'unit'>; quantity: bigint }[];
}

/** What the templates of shipments may say. */
export const shipmentMailData = (
  { clock }: Pick<Platform, 'clock'>,
  { order, shipment, parts }: Told,
  name: string,
): Record<string, unknown> => ({
  customer: { name },
  order: { number: order.number },
  shipment: {
    number: shipment.number,
    on: formatDate(shipment.shippedOn ?? clock.today(), order.language),
    carrier: shipment.carrier,
    trackingNumber: shipment.trackingNumber,
    trackingUrl: shipment.trackingUrl,
  },
  lines: parts.map(({ line, quantity }) => ({
    description: line.description,
    quantity: formatQuantity(quantity),
    unit: line.unit,
  })),
});

/** What is on its way, and how to follow it; the delivery note goes with it. Told anew when the tracking changes. */
export const shipmentMail = (platform: Platform, told: Told, reader: { to: string; name: string }): NewDelivery => ({
  template: 'order-shipped',
  to: reader.to,
  language: told.order.language,
  customer: told.order.customer,
  data: shipmentMailData(platform, told, reader.name),
  documents: [{ kind: 'delivery-note', id: told.shipment.id }],
  about: { type: SHIPMENT, documentId: told.shipment.documentId, name: told.shipment.number },
  key: [told.shipment.documentId, told.shipment.trackingNumber ?? '', platform.clock.now()].join('|'),
});
