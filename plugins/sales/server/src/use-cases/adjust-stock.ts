import { badInput, type Language, parseQuantity } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { STOCK_ITEM } from '../content-types/types';
import { localised } from '../domain/catalogue';
import { adjust, count, type StockLevel } from '../domain/stock';
import { onShelf, openPlaceOf, placeOf, type Shelf } from '../domain/warehouse';
import { catalogueStore } from '../stores/catalogue';
import { stockStore } from '../stores/stock';
import { shelvesStore, warehousesStore } from '../stores/warehouses';
import { keepShelves, type PlacedMovement } from './warehouses/keep-shelves';

export interface StockChange {
  /** Row id of the product. */
  product: number;
  /** Decimal text; negative takes away. Of a count: what was found there. */
  quantity: string;
  kind: 'receive' | 'adjust' | 'count';
  reason?: string;
  /** Row id; the default one unless told. */
  warehouse?: number;
  /** Row id: by which line of a goods receipt. */
  receiptLine?: number;
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
    const places = await warehousesStore(rows).all();
    const shelves: Shelf[] = await shelvesStore(rows).of(levels.map((level) => level.id));
    const movements = changes.map((change): PlacedMovement & { kind: StockChange['kind'] } => {
      const level = byProduct.get(change.product);
      const name = names.get(change.product);
      const quantity = parseQuantity(change.quantity);
      if (quantity === undefined || (change.kind !== 'adjust' && quantity < 0n)) {
        throw badInput('stock.quantity_invalid', { field: 'quantity', params: { quantity: change.quantity } });
      }
      if (!level || !name) throw new Error(`There is no stock of product ${change.product}`);
      const shown = localised(name, 'name', language);
      const place = openPlaceOf(places, change.warehouse, 'warehouse');
      const there = onShelf(shelves, { stockItem: level.id, warehouse: place.id });
      const after =
        change.kind === 'count' ? count(level, { counted: quantity, there }, shown) : adjust(level, quantity, shown);
      byProduct.set(change.product, after);
      shelves.unshift({ stockItem: level.id, warehouse: place.id, onHand: there + after.onHand - level.onHand });
      return {
        ...{ stockItem: level.id, kind: change.kind, quantity: after.onHand - level.onHand },
        ...{ orderLine: null, receiptLine: change.receiptLine ?? null, reason: change.reason ?? null },
        ...{ warehouse: place.id, name: shown, field: 'quantity' },
      };
    });
    const changed = [...byProduct.values()];
    await stock.save(changed);
    await stock.move(await keepShelves(platform, movements, places), levels, platform.clock.now());
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
        after: {
          ...{ quantity: movement.quantity, reason: movement.reason },
          ...(places.length > 1 ? { warehouse: placeOf(places, movement.warehouse).name } : {}),
        },
      })),
    );
    return changed;
  });
}
