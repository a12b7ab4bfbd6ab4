import { badInput, type Language, parseQuantity } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { STOCK_ITEM } from '../content-types/types';
import { localised } from '../domain/catalogue';
import { adjust, count, type StockLevel } from '../domain/stock';
import { catalogueStore } from '../stores/catalogue';
import { stockStore } from '../stores/stock';

export interface StockChange {
  /** Row id of the product. */
  product: number;
  /** Decimal text; negative takes away. Of a count: what was found there. */
  quantity: string;
  kind: 'receive' | 'adjust' | 'count';
  reason?: string;
}

const EVENT = { receive: 'stock.received', adjust: 'stock.adjusted', count: 'stock.counted' } as const;

/** Receives goods or corrects what was counted; the first time makes the product's stock. All of them or none. */
export async function adjustStock(
  { platform }: Tools,
  changes: readonly StockChange[],
  language: Language = 'th',
): Promise<StockLevel[]> {
  const { rows } = platform;
  const stock = stockStore(rows);
  return platform.transaction(async () => {
    const products = [...new Set(changes.map((change) => change.product))];
    const names = new Map((await catalogueStore(rows).names(products)).map((row) => [row.id, row]));
    let levels = await stock.lock(products);
    const missing = products.filter((product) => !levels.some((level) => level.product === product));
    if (missing.length > 0) {
      await stock.create(missing);
      levels = await stock.lock(products);
    }
    const byProduct = new Map(levels.map((level) => [level.product, level]));
    const movements = changes.map((change) => {
      const level = byProduct.get(change.product);
      const name = names.get(change.product);
      const quantity = parseQuantity(change.quantity);
      if (quantity === undefined || (change.kind !== 'adjust' && quantity < 0n)) {
        throw badInput('stock.quantity_invalid', { field: 'quantity', params: { quantity: change.quantity } });
      }
      if (!level || !name) throw new Error(`There is no stock of product ${change.product}`);
      const decide = change.kind === 'count' ? count : adjust;
      const after = decide(level, quantity, localised(name, 'name', language));
      byProduct.set(change.product, after);
      return {
        ...{ stockItem: level.id, kind: change.kind, quantity: after.onHand - level.onHand },
        ...{ orderLine: null, reason: change.reason ?? null },
      };
    });
    const changed = [...byProduct.values()];
    await stock.save(changed);
    await stock.move(movements, levels, platform.clock.now());
    const documents = new Map(
      (
        await rows.byIds(
          STOCK_ITEM,
          changed.map((level) => level.id),
          { fields: [] },
        )
      ).map((row) => [row.id, row.documentId]),
    );
    await platform.events.record(
      movements.map((movement) => ({
        name: EVENT[movement.kind],
        subject: { type: STOCK_ITEM, id: movement.stockItem, documentId: documents.get(movement.stockItem) ?? '' },
        after: { quantity: movement.quantity, reason: movement.reason },
      })),
    );
    return changed;
  });
}
