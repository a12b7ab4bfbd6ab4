import type { Constraint } from '@sanya/strapi-plugin-platform/kit';
import { DELIVERY_ROUTE, ROUTE_STOP, VEHICLE } from './types';

export const routeConstraints: readonly Constraint[] = [
  { kind: 'unique', type: VEHICLE, name: 'sales_vehicles_name', columns: ['name'], code: 'vehicle.name_taken' },
  { kind: 'restrict', type: DELIVERY_ROUTE, relation: 'vehicle' },
  {
    kind: 'unique',
    type: DELIVERY_ROUTE,
    name: 'sales_delivery_routes_number',
    columns: ['number'],
    code: 'route.number_taken',
  },
  { kind: 'index', type: DELIVERY_ROUTE, name: 'sales_delivery_routes_on', columns: ['drivesOn', 'state'] },
  {
    // What has left went in that vehicle, on that day.
    kind: 'freeze',
    type: DELIVERY_ROUTE,
    when: "{state} <> 'planned'",
    columns: ['number', 'drivesOn', 'vehicle', 'startedAt'],
  },
  { kind: 'restrict', type: ROUTE_STOP, relation: 'route' },
  { kind: 'restrict', type: ROUTE_STOP, relation: 'shipment' },
  {
    kind: 'unique',
    type: ROUTE_STOP,
    name: 'sales_route_stops_shipment',
    columns: ['shipment'],
    when: '{standing}',
    code: 'route.shipment_taken',
  },
  {
    kind: 'check',
    type: ROUTE_STOP,
    name: 'sales_route_stops_collected',
    condition: "{collected} >= 0 and ({collected} = 0 or {outcome} = 'delivered')",
    code: 'route.collected_without',
  },
  {
    kind: 'freeze',
    type: ROUTE_STOP,
    when: '{outcome} is not null',
    columns: ['route', 'shipment', 'outcome', 'collected', 'note', 'arrivedAt'],
  },
];
