import { type CivilDate, conflict, move } from '@sanya/strapi-plugin-platform/kernel';
import type { Ref, Tools } from '@sanya/strapi-plugin-platform/kit';
import { checkStops, type RouteFacts, routeMachine, type StopFacts } from '../../domain/route';
import { routesStore } from '../../stores/routes';
import { type ShipmentRow, shipmentsStore } from '../../stores/shipments';
import { must } from '../must';
import { lockRoute, openVehicle, refuseStarted, routeEvent } from './lock-routes';

export const ROUTE_SERIES = 'delivery-route';

type Platform = Pick<Tools, 'platform'>;

export interface PlannedRoute {
  drivesOn: CivilDate;
  /** Row ids. */
  vehicle: number;
  /** In the order in which they are driven to. */
  shipments: readonly number[];
  /** Whoever drives the vehicle as a rule, unless told. */
  driver?: string | null;
  driverPhone?: string | null;
  note?: string | null;
}

/** The shipments in the order asked, each free for this route. */
async function lineUp({ platform }: Platform, ids: readonly number[], route: number | null): Promise<ShipmentRow[]> {
  const { rows } = platform;
  const found = new Map((await shipmentsStore(rows).byIds(ids, 'wait')).map((row) => [row.id, row]));
  const list = ids.map((id) => must(found.get(id)));
  const store = routesStore(rows);
  checkStops(list, await store.cameBack(ids));
  const taken = (await store.standing(ids)).find((stop) => stop.route !== route);
  if (taken) {
    const index = ids.indexOf(taken.shipment);
    throw conflict('route.shipment_taken', {
      field: `shipments.${index}`,
      params: { shipment: list[index]?.number ?? '' },
    });
  }
  return list;
}

const stopsOf = (route: number, shipments: readonly Ref[]): StopFacts[] =>
  shipments.map(({ id }, index) => ({
    ...{ route, shipment: id, position: index + 1, standing: true },
    ...{ outcome: null, collected: 0n, note: null, arrivedAt: null },
  }));

/** Puts what is packed on a round of one of our vehicles; it leaves when the round begins. */
export const planRoute = ({ platform }: Platform, wish: PlannedRoute): Promise<Ref> =>
  platform.transaction(async () => {
    const store = routesStore(platform.rows);
    const vehicle = await openVehicle({ platform }, wish.vehicle);
    const shipments = await lineUp({ platform }, wish.shipments, null);
    const date = platform.clock.today();
    const [number] = await platform.numbers.take([{ series: ROUTE_SERIES, branch: null, date }]);
    const facts: RouteFacts = {
      ...{ number: must(number), state: 'planned', drivesOn: wish.drivesOn, vehicle: wish.vehicle },
      driver: wish.driver === undefined ? vehicle.driver : wish.driver,
      driverPhone: wish.driverPhone === undefined ? vehicle.driverPhone : wish.driverPhone,
      ...{ note: wish.note ?? null, startedAt: null, finishedAt: null },
    };
    const ref = await store.insert(facts);
    await store.insertStops(stopsOf(ref.id, shipments));
    await platform.events.record([
      routeEvent(
        'route.planned',
        { ...facts, ...ref },
        { on: facts.drivesOn, vehicle: vehicle.name, ...named(shipments) },
      ),
    ]);
    return ref;
  });

const named = (shipments: readonly ShipmentRow[]) => ({ shipments: shipments.map(({ number }) => number) });

/** Another day, vehicle or driver, other stops or another order of them; what is not said stays. */
export const changeRoute = (
  { platform }: Platform,
  id: number,
  { shipments, ...change }: Partial<PlannedRoute>,
): Promise<void> =>
  platform.transaction(async () => {
    const store = routesStore(platform.rows);
    const { route, stops } = await lockRoute({ platform }, id);
    refuseStarted(route);
    if (change.vehicle !== undefined && change.vehicle !== route.vehicle)
      await openVehicle({ platform }, change.vehicle);
    const listed = shipments && (await lineUp({ platform }, shipments, id));
    if (listed) {
      await store.removeStops(stops);
      await store.insertStops(stopsOf(id, listed));
    }
    const after = { ...route, ...change };
    await store.update(id, {
      ...{ drivesOn: after.drivesOn, vehicle: after.vehicle, driver: after.driver },
      ...{ driverPhone: after.driverPhone, note: after.note },
    });
    await platform.events.record([
      routeEvent('route.changed', after, {
        before: { on: route.drivesOn, driver: route.driver },
        ...{ on: after.drivesOn, driver: after.driver },
        ...(listed ? named(listed) : {}),
      }),
    ]);
  });

/** Nobody drives: what was to go is free for another route. */
export const cancelRoute = ({ platform }: Platform, id: number): Promise<void> =>
  platform.transaction(async () => {
    const store = routesStore(platform.rows);
    const { route, stops } = await lockRoute({ platform }, id);
    const state = move(routeMachine, route.state, 'cancel');
    await store.update(id, { state });
    await store.updateStops(stops.map((stop) => ({ id: stop.id, standing: false })));
    await platform.events.record([
      routeEvent('route.cancelled', { ...route, state }, { before: { state: route.state } }),
    ]);
  });
