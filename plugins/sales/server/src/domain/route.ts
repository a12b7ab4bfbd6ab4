import {
  badInput,
  type CivilDate,
  compareDates,
  conflict,
  machine,
  max,
  sum,
} from '@sanya/strapi-plugin-platform/kernel';
import type { ShipmentState } from './shipment-machine';

export const ROUTE_STATES = ['planned', 'under_way', 'finished', 'cancelled'] as const;
export type RouteState = (typeof ROUTE_STATES)[number];

/** A round of one of our vehicles. It is over once it was told of each stop how it went. */
export const routeMachine = machine<RouteState, 'start' | 'finish' | 'cancel'>({
  type: 'delivery-route',
  states: ROUTE_STATES,
  initial: ['planned'],
  transitions: [
    { verb: 'start', from: ['planned'], to: 'under_way' },
    { verb: 'finish', from: ['under_way'], to: 'finished' },
    { verb: 'cancel', from: ['planned'], to: 'cancelled' },
  ],
});

export const STOP_OUTCOMES = ['delivered', 'failed'] as const;
export type StopOutcome = (typeof STOP_OUTCOMES)[number];

export interface RouteFacts {
  number: string;
  state: RouteState;
  drivesOn: CivilDate;
  /** Row id. */
  vehicle: number;
  driver: string | null;
  driverPhone: string | null;
  note: string | null;
  startedAt: string | null;
  finishedAt: string | null;
}

/** A stop as stored; money in minor units. */
export interface StopFacts {
  route: number;
  shipment: number;
  position: number;
  /** The shipment is this route's: no other takes it. */
  standing: boolean;
  /** Null: nobody has been there. */
  outcome: StopOutcome | null;
  /** What the driver was given in cash. */
  collected: bigint;
  note: string | null;
  arrivedAt: string | null;
}

interface Traveller {
  id: number;
  state: ShipmentState;
}

/** Why it cannot go on a route; undefined: it is packed, or a driver came back with it. */
const whyNot = ({ id, state }: Traveller, cameBack: ReadonlySet<number>): string | undefined => {
  if (state === 'delivered' || state === 'cancelled') return 'route.shipment_over';
  return state === 'shipped' && !cameBack.has(id) ? 'route.shipment_gone' : undefined;
};

export const mayTravel = (shipment: Traveller, cameBack: ReadonlySet<number>): boolean =>
  whyNot(shipment, cameBack) === undefined;

/** A route goes somewhere, and nowhere twice; what a driver came back with is known by its row id. */
export function checkStops(
  shipments: readonly (Traveller & { number: string })[],
  cameBack: ReadonlySet<number>,
): void {
  if (shipments.length === 0) throw badInput('route.empty', { field: 'shipments' });
  shipments.forEach((shipment, index) => {
    const { id, number } = shipment;
    const field = `shipments.${index}`;
    if (shipments.findIndex((one) => one.id === id) < index) {
      throw badInput('shipment.twice', { field, params: { shipment: number } });
    }
    const why = whyNot(shipment, cameBack);
    if (why) throw conflict(why, { field, params: { shipment: number } });
  });
}

/** Nobody leaves before the day that was planned. */
export function checkStart({ number, drivesOn }: Pick<RouteFacts, 'number' | 'drivesOn'>, today: CivilDate): void {
  if (compareDates(drivesOn, today) > 0) throw conflict('route.not_yet', { params: { route: number, on: drivesOn } });
}

/** Who did not get it, why; money only of who did. */
export function checkOutcome({ outcome, collected, note }: Pick<StopFacts, 'outcome' | 'collected' | 'note'>): void {
  if (outcome === 'failed' && !note) throw badInput('route.why_failed', { field: 'note' });
  if (collected < 0n || (collected > 0n && outcome !== 'delivered')) {
    throw badInput('route.collected_without', { field: 'collected' });
  }
}

/** Near to near as the post has it: by postcode, what has none last; those of one postcode stay in their order. */
export function byPostcode<Stop extends { postcode: string | null }>(stops: readonly Stop[]): Stop[] {
  const key = ({ postcode }: Stop): string => postcode?.trim() || '\uffff';
  return [...stops].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

/** Another place in the list for one of its entries; a place outside leaves all where they are. */
export function moved<Entry>(list: readonly Entry[], from: number, to: number): Entry[] {
  const entry = list[from];
  if (entry === undefined || to < 0 || to >= list.length) return [...list];
  const rest = list.filter((_, index) => index !== from);
  return [...rest.slice(0, to), entry, ...rest.slice(to)];
}

/**
 * What the driver is to bring back from each stop: what is due of its order where its customer pays on delivery, less what
 * this route has brought of it already; asked once, at the first stop that still brings something of that order.
 */
export function collections(
  stops: readonly (Pick<StopFacts, 'outcome' | 'collected'> & { order: number })[],
  due: ReadonlyMap<number, bigint>,
): bigint[] {
  const asked = new Set<number>();
  return stops.map(({ order, outcome }) => {
    if (outcome !== null || asked.has(order)) return 0n;
    asked.add(order);
    const brought = collectedOf(stops.filter((stop) => stop.order === order));
    return max(0n, (due.get(order) ?? 0n) - brought);
  });
}

export const collectedOf = (stops: readonly Pick<StopFacts, 'collected'>[]): bigint =>
  sum(stops.map(({ collected }) => collected));
