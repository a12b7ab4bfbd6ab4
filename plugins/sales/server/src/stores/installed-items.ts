import type { Ref, Rows } from '@sanya/strapi-plugin-platform/kit';
import { CUSTOMER, INSTALLED_ITEM, PRODUCT, SHIPMENT_LINE } from '../content-types/types';
import type { ProductKind } from '../domain/catalogue';
import type { ItemFacts } from '../domain/installed-item';
import type { Shipping } from '../domain/order';

export type ItemRow = ItemFacts & Ref;

export interface ItemProduct extends Ref {
  name: string;
  kind: ProductKind;
  warrantyMonths: number | null;
}

export interface ItemCustomer extends Ref {
  name: string;
  state: string;
  billingAddress: Shipping | null;
  shippingAddress: Shipping | null;
}

export const installedItemsStore = (rows: Rows) => ({
  insert: (items: readonly ItemFacts[]): Promise<Ref[]> => rows.insert(INSTALLED_ITEM, items as never),
  update: (changes: readonly ({ id: number } & Partial<ItemFacts>)[]): Promise<number> =>
    rows.update(INSTALLED_ITEM, changes),
  byIds: (ids: readonly number[], lock?: 'wait'): Promise<ItemRow[]> =>
    rows.byIds<ItemRow>(INSTALLED_ITEM, ids, { lock }),

  /** Those of these things that stand somewhere. */
  standing: (things: readonly Pick<ItemFacts, 'product' | 'serial'>[]): Promise<ItemRow[]> =>
    things.length === 0
      ? Promise.resolve([])
      : rows.find<ItemRow>(
          INSTALLED_ITEM,
          (query, column) =>
            void query
              .whereIn(column('product'), [...new Set(things.map(({ product }) => product))])
              .whereIn(column('serial'), [...new Set(things.map(({ serial }) => serial))])
              .where(column('state'), 'installed'),
        ),

  /** What was handed over with these order lines and still stands there, by row id of the order line. Locked. */
  async ofOrderLines(orderLines: readonly number[]): Promise<Map<number, ItemRow[]>> {
    const found = new Map<number, ItemRow[]>();
    if (orderLines.length === 0) return found;
    const lines = await rows.find<{ orderLine: number }>(
      SHIPMENT_LINE,
      (query, column) => void query.whereIn(column('orderLine'), [...orderLines]),
      { fields: ['orderLine'] },
    );
    const orderLineOf = new Map(lines.map((line) => [line.id, line.orderLine]));
    const items = await rows.find<ItemRow>(
      INSTALLED_ITEM,
      (query, column) =>
        void query
          .whereIn(column('shipmentLine'), [...orderLineOf.keys()])
          .where(column('state'), 'installed')
          .orderBy(column('id')),
      { lock: 'wait' },
    );
    for (const item of items) {
      const orderLine = orderLineOf.get(item.shipmentLine ?? 0) ?? 0;
      found.set(orderLine, [...(found.get(orderLine) ?? []), item]);
    }
    return found;
  },

  products: (ids: readonly number[]): Promise<ItemProduct[]> =>
    rows.byIds<ItemProduct>(PRODUCT, ids, { fields: ['name', 'kind', 'warrantyMonths'] }),
  customers: (ids: readonly number[], lock?: 'wait'): Promise<ItemCustomer[]> =>
    rows.byIds<ItemCustomer>(CUSTOMER, ids, {
      fields: ['name', 'state', 'billingAddress', 'shippingAddress'],
      lock,
    }),
});
