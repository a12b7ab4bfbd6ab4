import { badInput, conflict, formatQuantity, max, min } from '@sanya/strapi-plugin-platform/kernel';

/** What lies there and how much of it is promised, in thousandths; onHand ≥ reserved ≥ 0 always. */
export interface StockLevel {
  id: number;
  product: number;
  onHand: bigint;
  reserved: bigint;
}

export type MovementKind = 'reserve' | 'release' | 'ship' | 'receive' | 'adjust';

export interface StockMovement {
  stockItem: number;
  kind: MovementKind;
  /** Positive, except that an adjustment may take away. */
  quantity: bigint;
  orderLine: number | null;
  reason: string | null;
}

/** What one order line asks of the stock. */
export interface StockWish {
  product: number;
  quantity: bigint;
  /** For the reader of a refusal. */
  name: string;
  field?: string;
}

export const available = (level: Pick<StockLevel, 'onHand' | 'reserved'>): bigint => level.onHand - level.reserved;

/**
 * Promises stock to order lines, in their order. Refuses with 409 `stock.not_enough` at the first line for which too
 * little is left; a tracked product without a stock row has none. Returns the levels that changed.
 */
export function reserve(levels: readonly StockLevel[], wishes: readonly StockWish[]): StockLevel[] {
  const byProduct = new Map(levels.map((level) => [level.product, { ...level }]));
  const touched = new Set<StockLevel>();
  for (const { product, quantity, name, field } of wishes) {
    const level = byProduct.get(product);
    const left = level ? available(level) : 0n;
    if (!level || left < quantity) {
      throw conflict('stock.not_enough', {
        field,
        params: { product: name, wanted: formatQuantity(quantity), left: formatQuantity(left) },
      });
    }
    level.reserved += quantity;
    touched.add(level);
  }
  return [...touched];
}

/** Gives reserved stock back. More than is reserved is never given back. */
export function release(levels: readonly StockLevel[], wishes: readonly StockWish[]): StockLevel[] {
  return takeAway(levels, wishes, false);
}

/** Hands reserved stock over: it leaves the shelf and the promise at once. */
export function ship(levels: readonly StockLevel[], wishes: readonly StockWish[]): StockLevel[] {
  return takeAway(levels, wishes, true);
}

function takeAway(levels: readonly StockLevel[], wishes: readonly StockWish[], leaves: boolean): StockLevel[] {
  const byProduct = new Map(levels.map((level) => [level.product, { ...level }]));
  const touched = new Set<StockLevel>();
  for (const { product, quantity, name } of wishes) {
    const level = byProduct.get(product);
    if (!level || level.reserved < quantity) {
      throw conflict('stock.not_reserved', { params: { product: name, wanted: formatQuantity(quantity) } });
    }
    level.reserved -= quantity;
    if (leaves) level.onHand -= quantity;
    touched.add(level);
  }
  return [...touched];
}

/** Receives (positive) or corrects (negative) what lies there; what is promised must stay. */
export function adjust(level: StockLevel, quantity: bigint, name: string): StockLevel {
  if (quantity === 0n) throw badInput('stock.quantity_zero', { field: 'quantity' });
  const onHand = level.onHand + quantity;
  if (onHand < level.reserved) {
    throw conflict('stock.promised', {
      field: 'quantity',
      params: {
        product: name,
        onHand: formatQuantity(level.onHand),
        reserved: formatQuantity(level.reserved),
        most: formatQuantity(max(0n, available(level))),
      },
    });
  }
  return { ...level, onHand };
}

/** How much of a line is still to be handed over. */
export const outstanding = (line: { quantity: bigint; delivered: bigint }): bigint =>
  max(0n, line.quantity - min(line.quantity, line.delivered));
