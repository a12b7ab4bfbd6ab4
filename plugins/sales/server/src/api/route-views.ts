import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import { type Carried, readRoute, waitingForRoutes } from '../use-cases/routes/read-routes';

const goodsOf = ({ shipment, order, customer, phone, collect }: Carried) => ({
  shipment: { documentId: shipment.documentId, number: shipment.number, state: shipment.state },
  order: { documentId: order.documentId, number: order.number },
  ...{ customer, shipTo: shipment.shipTo, phone, collect },
});

export async function waitingView(platform: Platform) {
  const list = await waitingForRoutes({ platform });
  return {
    currency: await platform.currency.own(),
    shipments: list.map((one) => ({ ...goodsOf(one), promisedOn: one.order.promisedOn })),
  };
}

/** A route as the doors answer it. */
export async function routeView(platform: Platform, id: number) {
  const { route, vehicle, stops, toCollect, collected } = await readRoute({ platform }, id);
  const { documentId, number, state, drivesOn, driver, driverPhone, note, startedAt, finishedAt } = route;
  return {
    ...{ id, documentId, number, state, drivesOn },
    vehicle: vehicle ? { documentId: vehicle.documentId, name: vehicle.name } : null,
    ...{ driver, driverPhone, note, startedAt, finishedAt },
    currency: await platform.currency.own(),
    ...{ toCollect, collected },
    stops: stops.map(({ stop, ...one }) => ({
      ...{ documentId: stop.documentId, position: stop.position },
      ...goodsOf(one),
      ...{ outcome: stop.outcome, collected: stop.collected, receiver: one.shipment.receiver },
      ...{ note: stop.note, arrivedAt: stop.arrivedAt },
    })),
  };
}
