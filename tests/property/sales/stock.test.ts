import fc from 'fast-check';
import { isRefusal } from '../../../plugins/platform/kernel/src';
import { adjust, release, reserve, ship, type StockLevel } from '../../../plugins/sales/server/src/domain/stock';
import { property } from '../../support/random';

const PRODUCTS = [1, 2, 3];
const steps = fc.array(
  fc.record({
    what: fc.constantFrom('reserve' as const, 'release' as const, 'ship' as const, 'adjust' as const),
    wishes: fc.array(
      fc.record({ product: fc.constantFrom(1, 2, 3, 4), quantity: fc.bigInt({ min: 1n, max: 5_000n }) }),
      { minLength: 1, maxLength: 4 },
    ),
    change: fc.bigInt({ min: -4_000n, max: 6_000n }),
  }),
  { maxLength: 40 },
);

property('whatever happens to the stock, no more is promised than lies there', steps, (list) => {
  let levels: StockLevel[] = PRODUCTS.map((product) => ({ id: product * 10, product, onHand: 0n, reserved: 0n }));
  const shelf = new Map(PRODUCTS.map((product) => [product, 0n]));
  const promised = new Map(PRODUCTS.map((product) => [product, 0n]));
  const add = (book: Map<number, bigint>, product: number, by: bigint) =>
    book.set(product, (book.get(product) ?? 0n) + by);
  for (const { what, wishes, change } of list) {
    const named = wishes.map((wish) => ({ ...wish, name: `P${wish.product}` }));
    const first = levels.find((level) => level.product === wishes[0]?.product);
    try {
      const changed =
        what === 'adjust'
          ? first
            ? [adjust(first, change, 'P')]
            : []
          : { reserve, release, ship }[what](levels, named);
      levels = levels.map((level) => changed.find((one) => one.id === level.id) ?? level);
      if (what === 'adjust' && first) add(shelf, first.product, change);
      if (what === 'adjust') continue;
      for (const { product, quantity } of wishes) {
        add(promised, product, what === 'reserve' ? quantity : -quantity);
        if (what === 'ship') add(shelf, product, -quantity);
      }
    } catch (error) {
      if (!isRefusal(error)) throw error;
    }
    for (const level of levels) {
      expect(level.reserved >= 0n && level.onHand >= level.reserved).toBe(true);
      expect(level.onHand).toBe(shelf.get(level.product));
      expect(level.reserved).toBe(promised.get(level.product));
    }
  }
});

test('a refusal names the product and what is left', () => {
  const levels = [{ id: 1, product: 7, onHand: 3000n, reserved: 1000n }];
  expect(() => reserve(levels, [{ product: 7, quantity: 3000n, name: 'Camera', field: 'lines.0.quantity' }])).toThrow(
    expect.objectContaining({
      code: 'stock.not_enough',
      status: 409,
      field: 'lines.0.quantity',
      params: { product: 'Camera', wanted: '3', left: '2' },
    }),
  );
});

test('two lines of one product are promised together', () => {
  const levels = [{ id: 1, product: 7, onHand: 3000n, reserved: 0n }];
  const wish = { product: 7, quantity: 2000n, name: 'Camera' };
  expect(() => reserve(levels, [wish, wish])).toThrow(expect.objectContaining({ code: 'stock.not_enough' }));
  expect(levels).toEqual([{ id: 1, product: 7, onHand: 3000n, reserved: 0n }]);
});

test('what is promised cannot be taken from the shelf', () => {
  expect(() => adjust({ id: 1, product: 7, onHand: 3000n, reserved: 2000n }, -2000n, 'Camera')).toThrow(
    expect.objectContaining({ code: 'stock.promised' }),
  );
});
