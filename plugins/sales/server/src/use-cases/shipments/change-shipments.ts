import { conflict } from '@sanya/strapi-plugin-platform/kernel';
import type { NewDelivery, Tools } from '@sanya/strapi-plugin-platform/kit';
import type { Way } from '../../domain/shipment';
import { type ShipmentRow, shipmentsStore } from '../../stores/shipments';
import { must } from '../must';
import { lockShipments } from './lock-shipments';
import { shipmentEvent } from './shipment-events';
import { shipmentMail } from './shipment-mail';

export interface ChangeShipment extends Partial<Way> {
  /** Row id. */
  shipment: number;
}

/** Another carrier, or a tracking number that came later: of goods on their way the customer is told anew. */
export async function changeShipments(tools: Tools, wishes: readonly ChangeShipment[]): Promise<ShipmentRow[]> {
  const { platform } = tools;
  return platform.transaction(async () => {
    const locked = await lockShipments(
      tools,
      wishes.map((wish) => wish.shipment),
    );
    const plans = locked.map(({ shipment: before, ...more }, index) => {
      if (before.state === 'delivered' || before.state === 'cancelled') {
        throw conflict('shipment.over', { params: { shipment: before.number } });
      }
      const { shipment: _, ...way } = must(wishes[index]);
      return { before, shipment: { ...before, ...way }, ...more };
    });
    await shipmentsStore(platform.rows).update(
      plans.map(({ shipment: { id, carrier, trackingNumber, trackingUrl, note } }) => ({
        ...{ id, carrier, trackingNumber, trackingUrl, note },
      })),
    );
    await platform.events.record(
      plans.map(({ before, shipment: { carrier, trackingNumber, trackingUrl }, order }) =>
        shipmentEvent('shipment.changed', before, order.order.customer, {
          before: { carrier: before.carrier, trackingNumber: before.trackingNumber, trackingUrl: before.trackingUrl },
          ...{ carrier, trackingNumber, trackingUrl },
        }),
      ),
    );
    await platform.mail.queue(
      plans.flatMap(({ before, shipment, lines, order: { order, lines: ordered, customer } }): NewDelivery[] => {
        const isNews = shipment.carrier !== before.carrier || shipment.trackingNumber !== before.trackingNumber;
        if (shipment.state !== 'shipped' || !isNews || !customer.email) return [];
        const parts = lines.map(({ orderLine, quantity }) => ({
          line: must(ordered.find((line) => line.id === orderLine)),
          quantity,
        }));
        return [shipmentMail(platform, { order, shipment, parts }, { to: customer.email, name: customer.name })];
      }),
    );
    return plans.map(({ shipment }) => shipment);
  });
}
