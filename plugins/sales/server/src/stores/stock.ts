import type { Ref, Rows } from '@sanya/strapi-plugin-platform/kit';
import { STOCK_ITEM, STOCK_MOVEMENT } from '../content-types/types';
import { bookMovements, type StockLevel, type StockMovement } from '../domain/stock';

const LEVEL_FIELDS = ['product', 'onHand', 'reserved'];

export const stockStore = (rows: Rows) => ({
  /**
   * The levels of these products, locked in the order of their rows, so that two orders of the same goods wait for one
   * another and never for each other.
   */
  lock: async (products: readonly number[]): Promise<StockLevel[]> =>
    products.length === 0
      ? []
      : rows.find<StockLevel>(
          STOCK_ITEM,
          (query, column) => void query.whereIn(column('product'), [...new Set(products)]).orderBy(column('id')),
          { fields: LEVEL_FIELDS, lock: 'wait' },
        ),

  save: (levels: readonly StockLevel[]): Promise<number> =>
    rows.update(
      STOCK_ITEM,
      levels.map(({ id, onHand, reserved }) => ({ id, onHand, reserved })),
    ),

  create: (products: readonly number[]): Promise<Ref[]> =>
    rows.insert(
      STOCK_ITEM,
      products.map((product) => ({ product, onHand: 0n, reserved: 0n })),
    ),

  /** Books movements with their running balances; `before` is how the levels stood when they were locked. */
  move: (
    movements: readonly StockMovement[],
    before: readonly Pick<StockLevel, 'id' | 'onHand' | 'reserved'>[],
    at: string,
  ): Promise<Ref[]> =>
    rows.insert(
      STOCK_MOVEMENT,
      bookMovements(before, movements).map(
        ({ stockItem, kind, quantity, orderLine, receiptLine, reason, warehouse, otherEnd, shelfAfter, ...after }) => ({
          ...{ stockItem, kind, quantity, orderLine, receiptLine: receiptLine ?? null, reason, ...after, at },
          ...{ warehouse: warehouse ?? null, otherEnd: otherEnd ?? null, shelfAfter: shelfAfter ?? null },
        }),
      ),
    ),

  lowBelow: (levels: readonly { id: number; lowBelow: bigint | null }[]): Promise<number> =>
    rows.update(STOCK_ITEM, levels),
});
