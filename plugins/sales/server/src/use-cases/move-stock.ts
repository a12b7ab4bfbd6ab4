import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import type { MovementKind, StockLevel, StockMovement, StockWish } from '../domain/stock';
import { stockStore } from '../stores/stock';

/** What an order line does to the stock of its product. */
export interface LineStock extends StockWish {
  /** Row id. */
  orderLine: number;
}

/** Locks the stock of these lines, lets the rule decide, writes levels and movements. Nothing to do without lines. */
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
  await stock.move(
    wishes.map(
      ({ product, quantity, orderLine }): StockMovement => ({
        stockItem: itemOf.get(product) ?? 0,
        kind,
        quantity,
        orderLine,
        reason,
      }),
    ),
    levels,
    platform.clock.now(),
  );
}
