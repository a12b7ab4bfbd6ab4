import { notFound, sum } from '@sanya/strapi-plugin-platform/kernel';
import type { Ref, Tools } from '@sanya/strapi-plugin-platform/kit';
import { CUSTOMER, VEHICLE } from '../../content-types/types';
import { collectedOf, collections } from '../../domain/route';
import { type OrderRow, ordersStore } from '../../stores/orders';
import { type RouteRow, routesStore, type StopRow } from '../../stores/routes';
import { type ShipmentRow, shipmentsStore } from '../../stores/shipments';
import { must } from '../must';

type Platform = Pick<Tools, 'platform'>;

/** A shipment as a driver meets it: whose it is, where it goes, whom to call, what to collect in minor units. */
export interface Carried {
  shipment: ShipmentRow;
  order: OrderRow;
  customer: string;
  phone: string | null;
  collect: bigint;
}

export interface ReadRoute {
  route: RouteRow;
  vehicle: ({ name: string } & Ref) | undefined;
  stops: (Carried & { stop: StopRow })[];
  toCollect: bigint;
  collected: bigint;
}

/** `stops`: how it went so far, place by place. A constant number of statements. */
async function carried(
  { platform: { rows } }: Platform,
  shipments: readonly ShipmentRow[],
  stops: readonly Pick<StopRow, 'outcome' | 'collected'>[],
): Promise<Carried[]> {
  const orders = new Map(
    (await ordersStore(rows).byIds(shipments.map(({ order }) => order))).map((order) => [order.id, order]),
  );
  const customers = new Map(
    (
      await rows.byIds<{ name: string; phone: string | null }>(
        CUSTOMER,
        [...orders.values()].map(({ customer }) => customer),
        { fields: ['name', 'phone'] },
      )
    ).map((customer) => [customer.id, customer]),
  );
  const due = await routesStore(rows).dueOnDelivery([...orders.keys()]);
  const collect = collections(
    shipments.map(({ order }, index) => ({ order, outcome: null, collected: 0n, ...stops[index] })),
    due,
  );
  return shipments.map((shipment, index) => {
    const order = must(orders.get(shipment.order));
    const customer = customers.get(order.customer);
    return {
      ...{ shipment, order, customer: customer?.name ?? '' },
      phone: shipment.shipTo?.phone ?? customer?.phone ?? null,
      collect: must(collect[index]),
    };
  });
}

/** What a route may take along now. */
export async function waitingForRoutes({ platform }: Platform): Promise<Carried[]> {
  return carried({ platform }, await routesStore(platform.rows).waiting(), []);
}

export async function readRoute({ platform }: Platform, id: number): Promise<ReadRoute> {
  const { rows } = platform;
  const store = routesStore(rows);
  const route = await store.byId(id);
  if (!route) throw notFound('route.unknown');
  const stops = await store.stopsOf(id);
  const found = new Map(
    (await shipmentsStore(rows).byIds(stops.map(({ shipment }) => shipment))).map((row) => [row.id, row]),
  );
  const list = await carried(
    { platform },
    stops.map(({ shipment }) => must(found.get(shipment))),
    stops,
  );
  const [vehicle] = await rows.byIds<{ name: string }>(VEHICLE, [route.vehicle], { fields: ['name'] });
  return {
    ...{ route, vehicle, stops: list.map((one, index) => ({ ...one, stop: must(stops[index]) })) },
    toCollect: route.state === 'cancelled' ? 0n : sum(list.map(({ collect }) => collect)),
    collected: collectedOf(stops),
  };
}
