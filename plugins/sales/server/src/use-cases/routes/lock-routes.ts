import { conflict, next, notFound } from '@sanya/strapi-plugin-platform/kernel';
import type { NewEvent, Tools } from '@sanya/strapi-plugin-platform/kit';
import { DELIVERY_ROUTE, VEHICLE } from '../../content-types/types';
import { routeMachine } from '../../domain/route';
import type { VehicleFacts } from '../../domain/vehicle';
import { type RouteRow, routesStore, type StopRow } from '../../stores/routes';
import { VEHICLE_FIELDS } from './keep-vehicles';

export interface LockedRoute {
  route: RouteRow;
  stops: StopRow[];
}

/**
 * A route with its stops. It is locked before the customers, orders and shipments of its stops: whoever has those locked
 * never asks for a route.
 */
export async function lockRoute({ platform }: Pick<Tools, 'platform'>, id: number): Promise<LockedRoute> {
  const store = routesStore(platform.rows);
  const route = await store.byId(id, 'wait');
  if (!route) throw notFound('route.unknown');
  return { route, stops: await store.stopsOf(id) };
}

/** Only what has not left is planned anew. */
export function refuseStarted({ state, number }: RouteRow): void {
  if (next(routeMachine, state, 'start') === undefined) throw conflict('route.left', { params: { route: number } });
}

/** The vehicle that is named, with who drives it as a rule. */
export async function openVehicle({ platform }: Pick<Tools, 'platform'>, id: number): Promise<VehicleFacts> {
  const [vehicle] = await platform.rows.byIds<VehicleFacts>(VEHICLE, [id], { fields: VEHICLE_FIELDS });
  if (!vehicle) throw notFound('vehicle.unknown', { field: 'vehicle' });
  if (vehicle.state === 'closed') {
    throw conflict('vehicle.closed', { field: 'vehicle', params: { vehicle: vehicle.name } });
  }
  return vehicle;
}

/** `route.started` and its like. */
export const routeEvent = (
  name: string,
  { id, documentId, number, state }: Pick<RouteRow, 'id' | 'documentId' | 'number' | 'state'>,
  { before, ...after }: { before?: Record<string, unknown> } & Record<string, unknown> = {},
): NewEvent => ({
  name,
  subject: { type: DELIVERY_ROUTE, id, documentId },
  ...(before ? { before } : {}),
  after: { number, state, ...after },
});
