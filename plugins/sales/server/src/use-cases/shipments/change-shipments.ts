import { conflict } from '@sanya/strapi-plugin-platform/kernel';
import type { NewDelivery, Tools } from '@sanya/strapi-plugin-platform/kit';
import { addDays } from '@sanya/strapi-plugin-platform/kernel';
import { chosenWays, type WayWish } from '../carriers/choose-carriers';
import { type ShipmentRow, shipmentsStore } from '../../stores/shipments';
import { must } from '../must';
import { lockShipments } from './lock-shipments';
import { shipmentEvent } from './shipment-events';
import { shipmentMail } from './shipment-mail';

export interface ChangeShipment extends WayWish {
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
    const ways = await chosenWays(
      tools,
      locked.map(({ shipment, lines, order }, index) => {
        const { shipment: _, ...wish } = must(wishes[index]);
        const parts = lines.map(({ orderLine, quantity }) => ({
          line: must(order.lines.find((line) => line.id === orderLine)),
          quantity,
        }));
        return { wish, before: shipment, shipTo: shipment.shipTo, parts };
      }),
    );
    const plans = locked.map(({ shipment: before, ...more }, index) => {
      if (before.state === 'delivered' || before.state === 'cancelled') {
        throw conflict('shipment.over', { params: { shipment: before.number } });
      }
      const { way, carrier } = must(ways[index]);
      const promisedOn = before.shippedOn && carrier ? addDays(before.shippedOn, carrier.daysPromised) : null;
      // A promise that was made stays; another carrier makes its own.
      const isNew = way.chosenCarrier !== undefined && way.chosenCarrier !== before.chosenCarrier;
      return { before, shipment: { ...before, ...way, ...(isNew ? { promisedOn } : {}) }, ...more };
    });
    await shipmentsStore(platform.rows).update(
      plans.map(({ shipment: { id, carrier, trackingNumber, trackingUrl, note, ...chosen } }) => ({
        ...{ id, carrier, trackingNumber, trackingUrl, note, chosenCarrier: chosen.chosenCarrier },
        ...{ shippingCost: chosen.shippingCost, promisedOn: chosen.promisedOn },
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
