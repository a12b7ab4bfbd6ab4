import { badInput, conflict, formatQuantity, machine } from '@sanya/strapi-plugin-platform/kernel';

export const WAREHOUSE_STATES = ['active', 'closed'] as const;
export type WarehouseState = (typeof WAREHOUSE_STATES)[number];

/** Nothing lies in a closed warehouse; what was moved there and from there stays in the history. */
export const warehouseMachine = machine<WarehouseState, 'close' | 'reopen'>({
  type: 'warehouse',
  states: WAREHOUSE_STATES,
  initial: ['active'],
  transitions: [
    { verb: 'close', from: ['active'], to: 'closed' },
    { verb: 'reopen', from: ['closed'], to: 'active' },
  ],
});

export interface WarehouseFacts {
  code: string;
  name: string;
  address: string | null;
  /** Row id. */
  branch: number | null;
  state: WarehouseState;
  /** The one that is meant where none is named. */
  isDefault: boolean;
}

/** A warehouse among others. */
export type Place = Pick<WarehouseFacts, 'name' | 'state' | 'isDefault'> & { id: number };

/** The one that is named by its row id, else the default one. */
export function placeOf<P extends Place>(places: readonly P[], id: number | null | undefined): P {
  const found = places.find((place) => (id === null || id === undefined ? place.isDefault : place.id === id));
  if (!found) throw badInput('warehouse.unknown', { field: 'warehouse' });
  return found;
}

/** Like `placeOf`, of those that goods may come to. */
export function openPlaceOf<P extends Place>(places: readonly P[], id: number | null | undefined, field: string): P {
  const place = placeOf(places, id);
  if (place.state === 'closed') throw conflict('warehouse.closed', { field, params: { warehouse: place.name } });
  return place;
}

/** What lies of a product in a warehouse, in thousandths; never less than nothing. */
export interface Shelf {
  stockItem: number;
  /** Row id. */
  warehouse: number;
  onHand: bigint;
}

/** What comes to a shelf, or goes from it where it is below zero. */
export interface ShelfChange {
  stockItem: number;
  warehouse: number;
  by: bigint;
  /** For the reader of a refusal. */
  name: string;
  field?: string;
}

const keyOf = ({ stockItem, warehouse }: Pick<Shelf, 'stockItem' | 'warehouse'>): string => `${stockItem}|${warehouse}`;

export const onShelf = (shelves: readonly Shelf[], where: Pick<Shelf, 'stockItem' | 'warehouse'>): bigint =>
  shelves.find((shelf) => keyOf(shelf) === keyOf(where))?.onHand ?? 0n;

/**
 * Carries changes out one after another. Refuses with 409 `stock.not_in_warehouse` the first that would take more than
 * lies there. Returns what lies on the shelf of each change after it.
 */
export function bookShelves(
  shelves: readonly Shelf[],
  changes: readonly ShelfChange[],
  places: readonly Pick<Place, 'id' | 'name'>[],
): bigint[] {
  const levels = new Map(shelves.map((shelf) => [keyOf(shelf), shelf.onHand]));
  return changes.map((change) => {
    const there = levels.get(keyOf(change)) ?? 0n;
    const after = there + change.by;
    if (after < 0n) {
      throw conflict('stock.not_in_warehouse', {
        field: change.field,
        params: {
          ...{ product: change.name, wanted: formatQuantity(-change.by), left: formatQuantity(there) },
          warehouse: places.find(({ id }) => id === change.warehouse)?.name ?? '',
        },
      });
    }
    levels.set(keyOf(change), after);
    return after;
  });
}

/** How the shelves stand once the changes have happened: one row for each that was touched. */
export function shelvesAfter(changes: readonly ShelfChange[], after: readonly bigint[]): Shelf[] {
  const last = new Map(
    changes.map(({ stockItem, warehouse }, index) => {
      const shelf = { stockItem, warehouse, onHand: after[index] ?? 0n };
      return [keyOf(shelf), shelf];
    }),
  );
  return [...last.values()];
}
