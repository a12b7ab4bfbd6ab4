import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import type { MovementKind, StockLevel, StockMovement, StockWish } from '../domain/stock';
import { SHELF_EFFECT } from '../domain/stock';
import { placeOf } from '../domain/warehouse';
import { stockStore } from '../stores/stock';
import { warehousesStore } from '../stores/warehouses';
import { keepShelves, type PlacedMovement } from './warehouses/keep-shelves';

/** What an order line does to the stock of its product. */
export interface LineStock extends StockWish {
  /** Row id. */
  orderLine: number;
}

/**
 * Locks the stock of these lines, lets the rule decide, writes levels and movements; what comes or goes does so in a
 * warehouse. Nothing to do without lines.
 */
export async function moveStock(
  { platform }: Tools,
  kind: MovementKind,
  decide: (levels: readonly StockLevel[], wishes: readonly StockWish[]) => StockLevel[],
  wishes: readonly LineStock[],
  reason: string | null = null,
): Promise<void> {
  if (wishes.length === 0) return;
  const stock = stockStore(platform.rows);
  const levels = await stock.lock(wishes.map((wish) => wish.product));
  await stock.save(decide(levels, wishes));
  const itemOf = new Map(levels.map((level) => [level.product, level.id]));
  const movements = wishes.map(
    ({ product, quantity, orderLine }): StockMovement => ({
      stockItem: itemOf.get(product) ?? 0,
      kind,
      quantity,
      orderLine,
      reason,
    }),
  );
  const places = SHELF_EFFECT[kind] === 0n ? undefined : await warehousesStore(platform.rows).all();
  const placed =
    places &&
    movements.map((movement, index): PlacedMovement => {
      const { name = '', field, warehouse } = wishes[index] ?? {};
      return { ...movement, name, field, warehouse: placeOf(places, warehouse).id };
    });
  await stock.move(placed ? await keepShelves(platform, placed, places) : movements, levels, platform.clock.now());
}
