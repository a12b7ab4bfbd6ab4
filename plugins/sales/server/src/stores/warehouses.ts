import type { Ref, Rows } from '@sanya/strapi-plugin-platform/kit';
import { SHELF, STOCK_ITEM, WAREHOUSE } from '../content-types/types';
import type { Shelf, WarehouseFacts } from '../domain/warehouse';

export type WarehouseRow = WarehouseFacts & Ref;

const FIELDS = ['code', 'name', 'address', 'branch', 'state', 'isDefault'];
const SHELF_FIELDS = ['stockItem', 'warehouse', 'onHand'];

export const warehousesStore = (rows: Rows) => ({
  /** All of them: a house has few. */
  all: (lock?: 'wait'): Promise<WarehouseRow[]> =>
    rows.find<WarehouseRow>(WAREHOUSE, (query, column) => void query.orderBy(column('id')), { fields: FIELDS, lock }),
  insert: (warehouses: readonly WarehouseFacts[], conflict?: 'ignore'): Promise<Ref[]> =>
    rows.insert(WAREHOUSE, warehouses as never, { conflict }),
  update: (changes: readonly ({ id: number } & Partial<WarehouseFacts>)[]): Promise<number> =>
    rows.update(WAREHOUSE, changes),
});

export const shelvesStore = (rows: Rows) => ({
  /** Whoever has locked the stock of the products has locked their shelves. */
  of: (stockItems: readonly number[]): Promise<(Shelf & Ref)[]> =>
    stockItems.length === 0
      ? Promise.resolve([])
      : rows.find<Shelf & Ref>(
          SHELF,
          (query, column) => void query.whereIn(column('stockItem'), [...new Set(stockItems)]),
          { fields: SHELF_FIELDS },
        ),
  /** What lies in a warehouse of anything. */
  filled: (warehouses: readonly number[]): Promise<(Shelf & Ref)[]> =>
    rows.find<Shelf & Ref>(
      SHELF,
      (query, column) =>
        void query
          .whereIn(column('warehouse'), [...warehouses])
          .where(column('onHand'), '>', 0)
          .limit(1),
      { fields: SHELF_FIELDS },
    ),
  /** Row ids of products to what lies of them in a warehouse; their stock need not be locked. */
  async ofProducts(products: readonly number[]): Promise<(Shelf & { product: number })[]> {
    const items = await rows.find<{ product: number }>(
      STOCK_ITEM,
      (query, column) => void query.whereIn(column('product'), [...new Set(products)]),
      { fields: ['product'] },
    );
    const productOf = new Map(items.map(({ id, product }) => [id, product]));
    return (await this.of([...productOf.keys()])).flatMap((shelf) => {
      const product = productOf.get(shelf.stockItem);
      return product === undefined ? [] : [{ ...shelf, product }];
    });
  },
  /** Writes how shelves stand; `known` are those that are there. */
  async save(shelves: readonly Shelf[], known: readonly (Shelf & Ref)[]): Promise<void> {
    const idOf = new Map(known.map(({ id, stockItem, warehouse }) => [`${stockItem}|${warehouse}`, id]));
    const placed = shelves.map((shelf) => ({ ...shelf, id: idOf.get(`${shelf.stockItem}|${shelf.warehouse}`) }));
    await rows.update(
      SHELF,
      placed.flatMap(({ id, onHand }) => (id === undefined ? [] : [{ id, onHand }])),
    );
    await rows.insert(
      SHELF,
      placed.flatMap(({ id, stockItem, warehouse, onHand }) =>
        id === undefined ? [{ stockItem, warehouse, onHand }] : [],
      ),
      { refs: false },
    );
  },
  /** Gives stock that lies in no warehouse yet to one; what has its place keeps it. */
  async house(warehouse: number): Promise<void> {
    const bare = await rows.find<{ onHand: bigint }>(
      STOCK_ITEM,
      (query, column) => {
        query.where(column('onHand'), '>', 0).whereNotExists(function () {
          void this.select('*')
            .from(rows.table(SHELF))
            .whereRaw('??.?? = ??', [rows.table(SHELF), rows.column(SHELF, 'stockItem'), column('id')]);
        });
      },
      { fields: ['onHand'], lock: 'wait' },
    );
    await rows.insert(
      SHELF,
      bare.map(({ id, onHand }) => ({ stockItem: id, warehouse, onHand })),
      { conflict: 'ignore', refs: false },
    );
  },
});
