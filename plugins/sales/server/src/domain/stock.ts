import { badInput, conflict, formatQuantity, max, min } from '@sanya/strapi-plugin-platform/kernel';

/** What lies there and how much of it is promised, in thousandths; onHand ≥ reserved ≥ 0 always. */
export interface StockLevel {
  id: number;
  product: number;
  onHand: bigint;
  reserved: bigint;
}

export const MOVEMENT_KINDS = [
  ...(['reserve', 'release', 'ship', 'receive', 'adjust', 'count', 'return'] as const),
  ...(['move_out', 'move_in', 'set_aside'] as const),
] as const;
export type MovementKind = (typeof MOVEMENT_KINDS)[number];

/** What is free to be sold has fallen to the mark, or below it. */
export const isLow = ({
  onHand,
  reserved,
  lowBelow,
}: Pick<StockLevel, 'onHand' | 'reserved'> & { lowBelow: bigint | null }): boolean =>
  lowBelow !== null && onHand - reserved <= lowBelow;

export interface StockMovement {
  stockItem: number;
  kind: MovementKind;
  /** Positive, except that an adjustment and a count may take away. */
  quantity: bigint;
  orderLine: number | null;
  reason: string | null;
  /** Row id of the warehouse it happened in; a promise is made of what lies anywhere. */
  warehouse?: number | null;
  /** Of goods that were moved: where they went, or came from. */
  otherEnd?: number | null;
  /** Row id: by which receipt of goods from abroad it came, or went again. */
  receiptLine?: number | null;
  /** What lies in that warehouse afterwards. */
  shelfAfter?: bigint | null;
}

/** What each kind does to the levels, by its quantity. */
const EFFECT: Record<MovementKind, { onHand: bigint; reserved: bigint }> = {
  reserve: { onHand: 0n, reserved: 1n },
  release: { onHand: 0n, reserved: -1n },
  ship: { onHand: -1n, reserved: -1n },
  receive: { onHand: 1n, reserved: 0n },
  adjust: { onHand: 1n, reserved: 0n },
  count: { onHand: 1n, reserved: 0n },
  return: { onHand: 1n, reserved: 0n },
  // Both ends are ours: what can be sold stays.
  move_out: { onHand: 0n, reserved: 0n },
  move_in: { onHand: 0n, reserved: 0n },
  set_aside: { onHand: -1n, reserved: 0n },
};

/** What each kind does to the shelf of its warehouse, by its quantity. */
export const SHELF_EFFECT: Record<MovementKind, bigint> = {
  reserve: 0n,
  release: 0n,
  ship: -1n,
  receive: 1n,
  adjust: 1n,
  count: 1n,
  return: 1n,
  move_out: -1n,
  move_in: 1n,
  set_aside: -1n,
};

/** A movement with what lay there and was promised once it had happened. */
export type BookedMovement = StockMovement & { onHandAfter: bigint; reservedAfter: bigint };

/** Each movement with its running balance: the levels before them, and what the ones before it in the list did. */
export function bookMovements(
  before: readonly Pick<StockLevel, 'id' | 'onHand' | 'reserved'>[],
  movements: readonly StockMovement[],
): BookedMovement[] {
  const levels = new Map(before.map(({ id, onHand, reserved }) => [id, { onHand, reserved }]));
  return movements.map((movement) => {
    const { onHand, reserved } = levels.get(movement.stockItem) ?? { onHand: 0n, reserved: 0n };
    const effect = EFFECT[movement.kind];
    const after = {
      onHand: onHand + effect.onHand * movement.quantity,
      reserved: reserved + effect.reserved * movement.quantity,
    };
    levels.set(movement.stockItem, after);
    return { ...movement, onHandAfter: after.onHand, reservedAfter: after.reserved };
  });
}

/** What one order line asks of the stock. */
export interface StockWish {
  product: number;
  quantity: bigint;
  /** For the reader of a refusal. */
  name: string;
  field?: string;
  /** Row id of the warehouse it leaves or comes to; the default one unless told. */
  warehouse?: number | null;
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

/** Goods that came back lie on the shelf again. */
export function putBack(levels: readonly StockLevel[], wishes: readonly StockWish[]): StockLevel[] {
  const byProduct = new Map(levels.map((level) => [level.product, { ...level }]));
  const touched = new Set<StockLevel>();
  for (const { product, quantity, name } of wishes) {
    const level = byProduct.get(product);
    if (!level) throw conflict('stock.not_reserved', { params: { product: name, wanted: formatQuantity(quantity) } });
    level.onHand += quantity;
    touched.add(level);
  }
  return [...touched];
}

/** Takes what is not good enough out of what may be sold; what is promised must be there yet. */
export function setAside(levels: readonly StockLevel[], wishes: readonly StockWish[]): StockLevel[] {
  const byProduct = new Map(levels.map((level) => [level.product, level]));
  const touched = new Set<number>();
  for (const { product, quantity, name, field } of wishes) {
    const level = byProduct.get(product);
    const left = level ? max(0n, available(level)) : 0n;
    if (!level || left < quantity) {
      throw conflict('stock.set_aside_promised', {
        field,
        params: { product: name, wanted: formatQuantity(quantity), left: formatQuantity(left) },
      });
    }
    byProduct.set(product, { ...level, onHand: level.onHand - quantity });
    touched.add(product);
  }
  return [...byProduct.values()].filter(({ product }) => touched.has(product));
}

/** What a count finds in one place, where `there` was known of: never less in all than is promised. Nothing changed is worth noting, too. */
export function count(
  level: StockLevel,
  { counted, there }: { counted: bigint; there: bigint },
  name: string,
): StockLevel {
  return counted === there ? level : adjust(level, counted - there, name);
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
