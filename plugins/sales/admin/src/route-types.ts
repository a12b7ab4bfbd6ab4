import type { SalesDoors } from './doors';
import type { VehicleState } from '../../server/src/domain/vehicle';

export interface Vehicle {
  documentId: string;
  name: string;
  driver: string | null;
  driverPhone: string | null;
  note: string | null;
  state: VehicleState;
}

export type Route = SalesDoors['GET /sales/delivery-routes/:id/stops']['answers'];
export type Stop = Route['stops'][number];
export type Carried = SalesDoors['GET /sales/delivery-routes/waiting']['answers']['shipments'][number];

/** As the list reads it. */
export interface ListedRoute {
  documentId: string;
  number: string;
  state: Route['state'];
  drivesOn: string;
  driver: string | null;
  vehicle?: { name: string } | null;
}

/** Colour of the badge: as of orders in the like state. */
export const ROUTE_BADGE = {
  planned: 'placed',
  under_way: 'fulfilling',
  finished: 'delivered',
  cancelled: 'cancelled',
} as const;
