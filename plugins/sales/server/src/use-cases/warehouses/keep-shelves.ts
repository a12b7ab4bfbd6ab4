import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import { SHELF_EFFECT, type StockMovement } from '../../domain/stock';
import { bookShelves, type Place, type Shelf, type ShelfChange, shelvesAfter } from '../../domain/warehouse';
import { shelvesStore } from '../../stores/warehouses';

/** A movement that says where; `name` and `field` are for the reader of a refusal. */
export interface PlacedMovement extends Omit<StockMovement, 'shelfAfter'> {
  warehouse: number;
  name: string;
  field?: string;
}

/**
 * Lets movements happen on the shelves of their warehouses, and gives them as the history keeps them. The stock of their
 * products is locked by whoever calls.
 */
export async function keepShelves(
  { rows }: Pick<Platform, 'rows'>,
  movements: readonly PlacedMovement[],
  places: readonly Place[],
): Promise<StockMovement[]> {
  if (movements.length === 0) return [];
  const store = shelvesStore(rows);
  const shelves = await store.of(movements.map(({ stockItem }) => stockItem));
  const changes = movements.map(
    ({ stockItem, warehouse, kind, quantity, name, field }): ShelfChange => ({
      ...{ stockItem, warehouse, name, field },
      by: SHELF_EFFECT[kind] * quantity,
    }),
  );
  const after = bookShelves(shelves, changes, places);
  const changed: Shelf[] = shelvesAfter(changes, after);
  await store.save(changed, shelves);
  return movements.map(({ name: _, field: __, ...movement }, index) => ({
    ...movement,
    shelfAfter: after[index] ?? 0n,
  }));
}
