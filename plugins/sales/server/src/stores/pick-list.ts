import type { CivilDate } from '@sanya/strapi-plugin-platform/kernel';
import type { Rows } from '@sanya/strapi-plugin-platform/kit';
import { CUSTOMER, ORDER, ORDER_LINE, SHELF, SHIPMENT, SHIPMENT_LINE, STOCK_ITEM } from '../content-types/types';
import { PACKED_STATES } from '../domain/shipment-machine';
import { outstanding } from '../domain/stock';
import type { Packed, ToPick } from '../domain/pick-list';
import type { OrderLineRow } from './orders';

interface OrderRead {
  number: string;
  customer: number;
  promisedOn: CivilDate | null;
}

const PACKED: ReadonlySet<string> = new Set(PACKED_STATES);

/** Longer than anybody walks through a store in a day. */
const MOST = 2000;

export const pickListStore = (rows: Rows) => ({
  /** Goods of confirmed orders that have not left, those that wait longest first: three statements, however many. */
  async waiting(until?: CivilDate): Promise<ToPick[]> {
    const orders = new Map(
      (
        await rows.find<OrderRead>(
          ORDER,
          (query, column) => {
            query.whereIn(column('state'), ['confirmed', 'fulfilling']);
            if (until !== undefined) {
              query.where(
                (either) => void either.whereNull(column('promisedOn')).orWhere(column('promisedOn'), '<=', until),
              );
            }
            query.orderBy(column('id')).limit(MOST);
          },
          { fields: ['number', 'customer', 'promisedOn'] },
        )
      ).map((order) => [order.id, order]),
    );
    const lines = await rows.find<OrderLineRow>(
      ORDER_LINE,
      (query, column) =>
        void query
          .whereIn(column('order'), [...orders.keys()])
          .where(column('kind'), 'goods')
          .whereNull(column('goodsFreedAt'))
          .whereRaw('?? < ??', [column('delivered'), column('quantity')])
          .orderBy([column('order'), column('position')])
          .limit(MOST),
    );
    const names = await rows.byIds<{ name: string }>(
      CUSTOMER,
      [...orders.values()].map(({ customer }) => customer),
      { fields: ['name'] },
    );
    const nameOf = new Map(names.map(({ id, name }) => [id, name]));
    return lines.flatMap((line) => {
      const order = orders.get(line.order);
      if (!order) return [];
      const { id: orderLine, product, sku, description, unit } = line;
      const { documentId, number, promisedOn } = order;
      const customer = nameOf.get(order.customer) ?? '';
      return [
        {
          ...{ orderLine, product, sku, description, unit },
          quantity: outstanding(line),
          order: { documentId, number, customer, promisedOn },
        },
      ];
    });
  },
  /** What of these order lines is packed, and where; a shipment from before there were warehouses is in the given one. */
  async packed(orderLines: readonly number[], otherwise: number): Promise<Packed[]> {
    const lines = await rows.find<{ orderLine: number; shipment: number; quantity: bigint }>(
      SHIPMENT_LINE,
      (query, column) => void query.whereIn(column('orderLine'), [...orderLines]).where(column('sealed'), false),
      { fields: ['orderLine', 'shipment', 'quantity'] },
    );
    const shipments = await rows.byIds<{ state: string; warehouse: number | null }>(
      SHIPMENT,
      lines.map(({ shipment }) => shipment),
      { fields: ['state', 'warehouse'] },
    );
    const waiting = new Map(
      shipments.flatMap(({ id, state, warehouse }) => (PACKED.has(state) ? [[id, warehouse ?? otherwise]] : [])),
    );
    return lines.flatMap(({ orderLine, shipment, quantity }) => {
      const warehouse = waiting.get(shipment);
      return warehouse === undefined ? [] : [{ orderLine, warehouse, quantity }];
    });
  },
  /** How much lies in a warehouse of each product. */
  async onShelf(products: readonly number[], warehouse: number): Promise<Map<number, bigint>> {
    const items = await rows.find<{ product: number }>(
      STOCK_ITEM,
      (query, column) => void query.whereIn(column('product'), [...products]),
      { fields: ['product'] },
    );
    const shelves = await rows.find<{ stockItem: number; onHand: bigint }>(
      SHELF,
      (query, column) =>
        void query
          .whereIn(
            column('stockItem'),
            items.map(({ id }) => id),
          )
          .where(column('warehouse'), warehouse),
      { fields: ['stockItem', 'onHand'] },
    );
    const there = new Map(shelves.map(({ stockItem, onHand }) => [stockItem, onHand]));
    return new Map(items.map(({ id, product }) => [product, there.get(id) ?? 0n]));
  },
  /** How much lies there of each product. */
  onHand: async (products: readonly number[]): Promise<Map<number, bigint>> =>
    new Map(
      (
        await rows.find<{ product: number; onHand: bigint }>(
          STOCK_ITEM,
          (query, column) => void query.whereIn(column('product'), [...products]),
          { fields: ['product', 'onHand'] },
        )
      ).map(({ product, onHand }) => [product, onHand]),
    ),
});
