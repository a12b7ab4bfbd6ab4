import type { Ref, Rows } from '@sanya/strapi-plugin-platform/kit';
import { ORDER, ORDER_LINE } from '../content-types/types';
import type { OrderFacts, OrderLineFacts } from '../domain/order';

export type OrderRow = OrderFacts & Ref;
export type OrderLineRow = OrderLineFacts & Ref;

export const ordersStore = (rows: Rows) => ({
  insert: (orders: readonly OrderFacts[]): Promise<Ref[]> => rows.insert(ORDER, orders as never),
  insertLines: (lines: readonly OrderLineFacts[]): Promise<Ref[]> => rows.insert(ORDER_LINE, lines as never),
  update: (changes: readonly ({ id: number } & Partial<OrderFacts>)[]): Promise<number> => rows.update(ORDER, changes),
  updateLines: (changes: readonly ({ id: number } & Partial<OrderLineFacts>)[]): Promise<number> =>
    rows.update(ORDER_LINE, changes),
  byIds: (ids: readonly number[], lock?: 'wait'): Promise<OrderRow[]> => rows.byIds<OrderRow>(ORDER, ids, { lock }),
  /** Placed orders that wait for their money, those that have waited longest first; only such as waited since before `until`. */
  waiting: (most: number, until?: string): Promise<Pick<OrderRow, 'id' | 'documentId' | 'waitsSince'>[]> =>
    rows.find(
      ORDER,
      (query, column) => {
        query.where(column('state'), 'placed').whereNotNull(column('waitsSince'));
        // Strapi keeps instants on SQLite as milliseconds.
        const limit = until !== undefined && rows.dialect === 'sqlite' ? Date.parse(until) : until;
        if (limit !== undefined) query.where(column('waitsSince'), '<=', limit);
        query.orderBy([column('waitsSince'), column('id')]).limit(most);
      },
      { fields: ['waitsSince'] },
    ),
  ofInvoices: (invoices: readonly number[]): Promise<OrderRow[]> =>
    rows.find<OrderRow>(ORDER, (query, column) => void query.whereIn(column('invoice'), [...invoices])),
  /** Live orders with lines that stand on one of these invoices, added by amending. */
  liveWithAdded: async (invoices: readonly number[]): Promise<OrderRow[]> => {
    const lines = await rows.find<OrderLineRow>(
      ORDER_LINE,
      (query, column) => void query.whereIn(column('invoice'), [...invoices]).where(column('quantity'), '>', 0),
      { fields: ['order'] },
    );
    const orders = await rows.byIds<OrderRow>(
      ORDER,
      lines.map((line) => line.order),
    );
    return orders.filter(({ state }) => state !== 'cancelled');
  },
  linesOf: (orders: readonly number[]): Promise<OrderLineRow[]> =>
    rows.find<OrderLineRow>(
      ORDER_LINE,
      (query, column) =>
        void query.whereIn(column('order'), [...orders]).orderBy([column('order'), column('position')]),
    ),
});
