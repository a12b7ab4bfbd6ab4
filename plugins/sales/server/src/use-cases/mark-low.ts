import { badInput, parseQuantity } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { STOCK_ITEM } from '../content-types/types';
import type { StockLevel } from '../domain/stock';
import { stockStore } from '../stores/stock';
import { must } from './must';

export interface LowMark {
  /** Row id of the product. */
  product: number;
  /** Decimal text; null: it is never low. */
  lowBelow: string | null;
}

/** Says below which quantity products are low. The first time makes a product's stock. */
export async function markLow({ platform }: Pick<Tools, 'platform'>, marks: readonly LowMark[]): Promise<StockLevel[]> {
  const stock = stockStore(platform.rows);
  return platform.transaction(async () => {
    const products = marks.map(({ product }) => product);
    const known = new Set((await stock.lock(products)).map(({ product }) => product));
    await stock.create(products.filter((product) => !known.has(product)));
    const levels = new Map((await stock.lock(products)).map((level) => [level.product, level]));
    const changes = marks.map(({ product, lowBelow: typed }) => {
      const lowBelow = typed === null ? null : parseQuantity(typed);
      if (lowBelow === undefined || (lowBelow !== null && lowBelow < 0n)) {
        throw badInput('stock.quantity_invalid', { field: 'lowBelow', params: { quantity: typed ?? '' } });
      }
      return { id: must(levels.get(product)).id, lowBelow };
    });
    await stock.lowBelow(changes);
    const refs = new Map(
      (
        await platform.rows.byIds(
          STOCK_ITEM,
          changes.map(({ id }) => id),
          { fields: [] },
        )
      ).map((row) => [row.id, row]),
    );
    await platform.events.record(
      changes.map(({ id, lowBelow }) => ({
        name: 'stock.low_set',
        subject: { type: STOCK_ITEM, id, documentId: must(refs.get(id)).documentId },
        after: { lowBelow },
      })),
    );
    return marks.map(({ product }) => must(levels.get(product)));
  });
}
