import fc from 'fast-check';
import { isRefusal } from '../../../plugins/platform/kernel/src';
import { pickedIn, type ToPick } from '../../../plugins/sales/server/src/domain/pick-list';
import { MOVEMENT_KINDS, SHELF_EFFECT } from '../../../plugins/sales/server/src/domain/stock';
import {
  bookShelves,
  onShelf,
  placeOf,
  type Shelf,
  type ShelfChange,
  shelvesAfter,
} from '../../../plugins/sales/server/src/domain/warehouse';
import { property } from '../../support/random';

const PLACES = [
  { id: 1, name: 'One', state: 'active' as const, isDefault: true },
  { id: 2, name: 'Two', state: 'active' as const, isDefault: false },
];
const where = { stockItem: fc.constantFrom(10, 20), warehouse: fc.constantFrom(1, 2) };
const amount = (min: bigint) => fc.bigInt({ min, max: 5_000n });
const shelves = fc.uniqueArray(fc.record({ ...where, onHand: amount(0n) }), {
  selector: ({ stockItem, warehouse }) => `${stockItem}|${warehouse}`,
});
const changes = fc.array(fc.record({ ...where, by: amount(-4_000n), name: fc.constant('P') }), { maxLength: 12 });
const all = (list: readonly Shelf[], item: number): bigint =>
  list.filter(({ stockItem }) => stockItem === item).reduce((sum, { onHand }) => sum + onHand, 0n);

property(
  'no shelf holds less than nothing, and what came and went is what is there',
  fc.tuple(shelves, changes),
  ([before, list]) => {
    let after: Shelf[];
    try {
      after = shelvesAfter(list, bookShelves(before, list, PLACES));
    } catch (error) {
      if (!isRefusal(error)) throw error;
      expect(error.code).toBe('stock.not_in_warehouse');
      return;
    }
    for (const shelf of after) {
      const moved = list
        .filter(({ stockItem, warehouse }) => stockItem === shelf.stockItem && warehouse === shelf.warehouse)
        .reduce((sum, { by }) => sum + by, 0n);
      expect(shelf.onHand).toBe(onShelf(before, shelf) + moved);
      expect(shelf.onHand >= 0n).toBe(true);
    }
  },
);

property('a move changes no sum, and a move back undoes it', fc.tuple(shelves, amount(1n)), ([before, quantity]) => {
  const move = (from: number, to: number): ShelfChange[] => [
    { stockItem: 10, warehouse: from, by: SHELF_EFFECT.move_out * quantity, name: 'P' },
    { stockItem: 10, warehouse: to, by: SHELF_EFFECT.move_in * quantity, name: 'P' },
  ];
  if (onShelf(before, { stockItem: 10, warehouse: 1 }) < quantity) {
    expect(() => bookShelves(before, move(1, 2), PLACES)).toThrow(
      expect.objectContaining({ code: 'stock.not_in_warehouse', status: 409 }),
    );
    return;
  }
  const moved = shelvesAfter(move(1, 2), bookShelves(before, move(1, 2), PLACES));
  expect(all(moved, 10)).toBe(
    onShelf(before, { stockItem: 10, warehouse: 1 }) + onShelf(before, { stockItem: 10, warehouse: 2 }),
  );
  const back = shelvesAfter(move(2, 1), bookShelves(moved, move(2, 1), PLACES));
  for (const shelf of back) expect(shelf.onHand).toBe(onShelf(before, shelf));
});

test('a promise is of no warehouse; where none is named the default one is meant', () => {
  expect(MOVEMENT_KINDS.filter((kind) => SHELF_EFFECT[kind] === 0n)).toEqual(['reserve', 'release']);
  expect(placeOf(PLACES, null).id).toBe(1);
  expect(placeOf(PLACES, 2).id).toBe(2);
  expect(() => placeOf(PLACES, 3)).toThrow(expect.objectContaining({ code: 'warehouse.unknown' }));
});

const line = (orderLine: number, quantity: bigint): ToPick => ({
  ...{ orderLine, product: 1, sku: null, description: 'P', unit: 'u', quantity },
  order: { documentId: 'o', number: 'SO-1', customer: 'C', promisedOn: null },
});

property(
  'what warehouses pick together is what orders wait for',
  fc.tuple(amount(1n), amount(0n), amount(0n)),
  ([quantity, one, two]) => {
    fc.pre(one + two <= quantity);
    const packed = [
      { orderLine: 7, warehouse: 1, quantity: one },
      { orderLine: 7, warehouse: 2, quantity: two },
      { orderLine: 8, warehouse: 2, quantity: 999n },
    ];
    const picked = PLACES.map((place) => pickedIn([line(7, quantity)], packed, place)[0]?.quantity ?? 0n);
    expect(picked).toEqual([quantity - two, two]);
  },
);
