import type { Ref, Rows } from '@sanya/strapi-plugin-platform/kit';
import { ORDER_LINE, PRODUCT, SHIPMENT, SHIPMENT_LINE } from '../content-types/types';
import type { ShipmentFacts, ShipmentLineFacts } from '../domain/shipment';
import { PACKED_STATES, type ShipmentState } from '../domain/shipment-machine';

export type ShipmentRow = ShipmentFacts & Ref;
export type ShipmentLineRow = ShipmentLineFacts & Ref;

export const shipmentsStore = (rows: Rows) => ({
  insert: (shipments: readonly ShipmentFacts[]): Promise<Ref[]> => rows.insert(SHIPMENT, shipments as never),
  insertLines: (lines: readonly ShipmentLineFacts[]): Promise<Ref[]> => rows.insert(SHIPMENT_LINE, lines as never),
  update: (changes: readonly ({ id: number } & Partial<ShipmentFacts>)[]): Promise<number> =>
    rows.update(SHIPMENT, changes),
  /** What has left says for good what went, with its serial numbers. */
  sealLines: (lines: readonly { id: number; serials: readonly string[] | null }[]): Promise<number> =>
    rows.update(
      SHIPMENT_LINE,
      lines.map(({ id, serials }) => ({ id, serials, sealed: true })),
    ),
  byIds: (ids: readonly number[], lock?: 'wait'): Promise<ShipmentRow[]> =>
    rows.byIds<ShipmentRow>(SHIPMENT, ids, { lock }),
  /** Shipments of these orders in one of some states, locked by whoever has locked their orders. */
  ofOrders: (orders: readonly number[], ...states: ShipmentState[]): Promise<ShipmentRow[]> =>
    orders.length === 0
      ? Promise.resolve([])
      : rows.find<ShipmentRow>(
          SHIPMENT,
          (query, column) =>
            void query
              .whereIn(column('order'), [...orders])
              .whereIn(column('state'), states)
              .orderBy(column('id')),
        ),
  linesOf: (shipments: readonly number[]): Promise<ShipmentLineRow[]> =>
    shipments.length === 0
      ? Promise.resolve([])
      : rows.find<ShipmentLineRow>(
          SHIPMENT_LINE,
          (query, column) =>
            void query.whereIn(column('shipment'), [...shipments]).orderBy([column('shipment'), column('position')]),
        ),
  /** How much of each line of these orders is packed and has not left, by row id of the order line. */
  async planned(orders: readonly number[]): Promise<Map<number, bigint>> {
    const shipments = await this.ofOrders(orders, ...PACKED_STATES);
    const planned = new Map<number, bigint>();
    for (const { orderLine, quantity } of await this.linesOf(shipments.map(({ id }) => id))) {
      planned.set(orderLine, (planned.get(orderLine) ?? 0n) + quantity);
    }
    return planned;
  },
  /** Those of these products that want a check before they leave. */
  toBeChecked: async (products: readonly number[]): Promise<Set<number>> =>
    new Set(
      (
        await rows.byIds<{ checkBeforeShipping: boolean | null }>(PRODUCT, products, {
          fields: ['checkBeforeShipping'],
        })
      ).flatMap(({ id, checkBeforeShipping }) => (checkBeforeShipping ? [id] : [])),
    ),
  orderLines: <T>(ids: readonly number[], fields: readonly string[]): Promise<(T & Ref)[]> =>
    rows.byIds<T>(ORDER_LINE, ids, { fields }),
});
