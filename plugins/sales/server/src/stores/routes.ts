import type { Ref, Rows } from '@sanya/strapi-plugin-platform/kit';
import { CUSTOMER, DELIVERY_ROUTE, INVOICE, ROUTE_STOP, SHIPMENT } from '../content-types/types';
import type { RouteFacts, StopFacts } from '../domain/route';
import { PACKED_STATES } from '../domain/shipment-machine';
import { ordersStore } from './orders';
import type { ShipmentRow } from './shipments';

export type RouteRow = RouteFacts & Ref;
export type StopRow = StopFacts & Ref;

/** A vehicle carries no more in a day. */
const MOST_WAITING = 300;

export const routesStore = (rows: Rows) => ({
  insert: async (route: RouteFacts): Promise<Ref> => {
    const [ref] = await rows.insert(DELIVERY_ROUTE, [route as never]);
    if (!ref) throw new Error('A route was not written');
    return ref;
  },
  byId: async (id: number, lock?: 'wait'): Promise<RouteRow | undefined> =>
    (await rows.byIds<RouteRow>(DELIVERY_ROUTE, [id], { lock }))[0],
  update: (id: number, change: Partial<RouteFacts>): Promise<number> =>
    rows.update(DELIVERY_ROUTE, [{ ...change, id }]),
  insertStops: (stops: readonly StopFacts[]): Promise<Ref[]> => rows.insert(ROUTE_STOP, stops as never),
  updateStops: (stops: readonly ({ id: number } & Partial<StopFacts>)[]): Promise<number> =>
    rows.update(ROUTE_STOP, stops),
  removeStops: (stops: readonly Ref[]) =>
    rows.remove(
      ROUTE_STOP,
      stops.map(({ id }) => id),
    ),
  stopsOf: (route: number): Promise<StopRow[]> =>
    rows.find<StopRow>(
      ROUTE_STOP,
      (query, column) => void query.where(column('route'), route).orderBy([column('position'), column('id')]),
    ),
  /** Those of these shipments that stand on a route. */
  standing: (shipments: readonly number[]): Promise<Pick<StopRow, 'shipment' | 'route'>[]> =>
    rows.find<StopRow>(
      ROUTE_STOP,
      (query, column) => void query.whereIn(column('shipment'), [...shipments]).where(column('standing'), true),
      { fields: ['shipment', 'route'] },
    ),
  /** Those of these shipments that a driver could not hand over. */
  async cameBack(shipments: readonly number[]): Promise<Set<number>> {
    const failed = await rows.find<StopRow>(
      ROUTE_STOP,
      (query, column) => void query.whereIn(column('shipment'), [...shipments]).where(column('outcome'), 'failed'),
      { fields: ['shipment'] },
    );
    return new Set(failed.map(({ shipment }) => shipment));
  },
  /** What is packed for no carrier and stands on no route, and what a driver came back with: the oldest first. */
  waiting: (): Promise<ShipmentRow[]> => {
    const stop = (attribute: string): string => rows.column(ROUTE_STOP, attribute);
    const named = [stop('shipment'), rows.table(ROUTE_STOP)];
    return rows.find<ShipmentRow>(SHIPMENT, (query, column) => {
      void query
        .whereNull(column('chosenCarrier'))
        .where(
          (either) =>
            void either
              .whereIn(column('state'), [...PACKED_STATES])
              .orWhere(
                (tried) =>
                  void tried
                    .where(column('state'), 'shipped')
                    .whereRaw('?? in (select ?? from ?? where ?? = ?)', ['id', ...named, stop('outcome'), 'failed']),
              ),
        )
        .whereRaw('?? not in (select ?? from ?? where ?? = ?)', ['id', ...named, stop('standing'), true])
        .orderBy(column('id'))
        .limit(MOST_WAITING);
    });
  },
  /** By row id of the order: what is due of it where its customer pays on delivery. A constant number of statements. */
  async dueOnDelivery(orders: readonly number[]): Promise<Map<number, bigint>> {
    const store = ordersStore(rows);
    const found = await store.byIds([...new Set(orders)]);
    const lines = await store.linesOf(found.map(({ id }) => id));
    const customers = await rows.byIds<{ creditTermsDays: number }>(
      CUSTOMER,
      found.map(({ customer }) => customer),
      { fields: ['creditTermsDays'] },
    );
    const onTerms = new Set(customers.flatMap(({ id, creditTermsDays }) => (creditTermsDays > 0 ? [id] : [])));
    const invoicesOf = new Map(
      found
        .filter(({ customer }) => !onTerms.has(customer))
        .map(({ id, invoice }) => [
          id,
          new Set([invoice, ...lines.filter(({ order }) => order === id).map((line) => line.invoice)]),
        ]),
    );
    const invoices = await rows.byIds<{ amountDue: bigint; state: string }>(
      INVOICE,
      [...invoicesOf.values()].flatMap((ids) => [...ids].flatMap((id) => id ?? [])),
      { fields: ['amountDue', 'state'] },
    );
    const dueOf = new Map(invoices.map(({ id, amountDue, state }) => [id, state === 'open' ? amountDue : 0n]));
    return new Map(
      [...invoicesOf].map(([order, ids]) => [
        order,
        [...ids].reduce((all, id) => all + (dueOf.get(id ?? 0) ?? 0n), 0n),
      ]),
    );
  },
});
