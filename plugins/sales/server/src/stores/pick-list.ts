import type { CivilDate } from '@sanya/strapi-plugin-platform/kernel';
import type { Rows } from '@sanya/strapi-plugin-platform/kit';
import { CUSTOMER, ORDER, ORDER_LINE, STOCK_ITEM } from '../content-types/types';
import { outstanding } from '../domain/stock';
import type { ToPick } from '../domain/pick-list';
import type { OrderLineRow } from './orders';

interface OrderRead {
  number: string;
  customer: number;
  promisedOn: CivilDate | null;
}

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
      const { product, sku, description, unit } = line;
      const { documentId, number, promisedOn } = order;
      const customer = nameOf.get(order.customer) ?? '';
      return [
        {
          ...{ product, sku, description, unit },
          quantity: outstanding(line),
          order: { documentId, number, customer, promisedOn },
        },
      ];
    });
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
