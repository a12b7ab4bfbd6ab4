import { badInput, conflict, move, next } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { VEHICLE } from '../../content-types/types';
import { checkOutcome, checkStart, checkStops, mayTravel, routeMachine, type StopOutcome } from '../../domain/route';
import { shipmentMachine } from '../../domain/shipment-machine';
import { routesStore } from '../../stores/routes';
import { shipmentsStore } from '../../stores/shipments';
import { must } from '../must';
import { deliverShipments } from '../shipments/deliver-shipments';
import { shipShipments } from '../shipments/ship-shipments';
import { lockRoute, routeEvent } from './lock-routes';

/**
 * A round begins: what is packed is handed over to our own vehicle, all of it or none; what was unpacked, left
 * or arrived otherwise meanwhile is left out.
 */
export const startRoute = (tools: Tools, id: number): Promise<void> =>
  tools.platform.transaction(async () => {
    const { rows, clock, events } = tools.platform;
    const store = routesStore(rows);
    const { route, stops } = await lockRoute(tools, id);
    const state = move(routeMachine, route.state, 'start');
    checkStart(route, clock.today());
    const ids = stops.map(({ shipment }) => shipment);
    const seen = new Map((await shipmentsStore(rows).byIds(ids)).map((row) => [row.id, row]));
    const cameBack = await store.cameBack(ids);
    const going = stops.filter(({ shipment }) => mayTravel(must(seen.get(shipment)), cameBack));
    const shipments = going.map(({ shipment }) => must(seen.get(shipment)));
    checkStops(shipments, cameBack);
    await store.removeStops(stops.filter((stop) => !going.includes(stop)));
    const [vehicle] = await rows.byIds<{ name: string }>(VEHICLE, [route.vehicle], { fields: ['name'] });
    await shipShipments(
      tools,
      shipments
        .filter((shipment) => next(shipmentMachine, shipment.state, 'ship') !== undefined)
        .map((shipment) => ({
          ...{ shipment: shipment.id, carrier: vehicle?.name ?? null, chosenCarrier: null },
          ...{ trackingNumber: null, trackingUrl: null },
        })),
    );
    await store.update(id, { state, startedAt: clock.now() });
    await events.record([
      routeEvent('route.started', { ...route, state }, { before: { state: route.state }, vehicle: vehicle?.name }),
    ]);
  });

export interface Arrival {
  /** Document id of the stop. */
  stop: string;
  outcome: StopOutcome;
  receiver?: string;
  /** Minor units: what the driver was given. */
  collected: bigint;
  note: string | null;
}

/**
 * How it went at a stop: the shipment arrived, or it comes back and is free for another route. The last stop ends the
 * round.
 */
export const arriveAtStop = (tools: Tools, id: number, arrival: Arrival): Promise<void> =>
  tools.platform.transaction(async () => {
    const { rows, clock, events } = tools.platform;
    const store = routesStore(rows);
    const { route, stops } = await lockRoute(tools, id);
    const stop = stops.find(({ documentId }) => documentId === arrival.stop);
    if (!stop) throw badInput('route.stop_unknown', { field: 'stop' });
    if (route.state !== 'under_way') throw conflict('route.not_under_way', { params: { route: route.number } });
    const { outcome, receiver, collected, note } = arrival;
    if (stop.outcome !== null) throw conflict('route.stop_over', { params: { position: stop.position } });
    checkOutcome({ outcome, collected, note });
    const [before] = await shipmentsStore(rows).byIds([stop.shipment]);
    // Somebody may have noted on the shipment itself that it arrived.
    if (outcome === 'delivered' && before?.state !== 'delivered') {
      await deliverShipments(tools, [{ shipment: stop.shipment, receiver }]);
    }
    if (outcome === 'failed' && before?.state === 'delivered') {
      throw conflict('route.shipment_over', { params: { shipment: before.number } });
    }
    const arrivedAt = clock.now();
    const standing = outcome === 'delivered';
    await store.updateStops([{ id: stop.id, outcome, collected, note, arrivedAt, standing }]);
    const over = stops.every((one) => one.id === stop.id || one.outcome !== null);
    const state = over ? move(routeMachine, route.state, 'finish') : route.state;
    if (over) await store.update(id, { state, finishedAt: arrivedAt });
    await events.record([
      routeEvent(`route.stop_${outcome}`, { ...route, state }, { shipment: before?.number, collected, note }),
      ...(over ? [routeEvent('route.finished', { ...route, state }, { before: { state: route.state } })] : []),
    ]);
  });
