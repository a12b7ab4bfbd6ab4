import { discountAfterSale, followSale } from '../../../plugins/contracts/server/src/domain/follow-sale';

const care = (over: object = {}) => ({ product: 7, description: 'Care', quantity: 3_000n, ...over });
const follow = (held: object, left: bigint, by: bigint, made = care()) => followSale(made, care(held), { left, by });

test('as much less as is sold less, and as much more', () => {
  expect(follow({}, 2_000n, -1_000n)).toEqual({ quantity: 2_000n });
  expect(follow({}, 5_000n, 2_000n)).toEqual({ quantity: 5_000n });
});

test('what was taken off each piece is taken off those that stay; more is had without more discount', () => {
  expect(discountAfterSale(1_000n, 3_000n, 2_000n)).toBe(666n);
  expect(discountAfterSale(1_000n, 3_000n, 5_000n)).toBe(1_000n);
});

test('what is not sold any more is promised no more, whatever it became', () => {
  expect(follow({}, 0n, -3_000n)).toBe('ends');
  expect(follow({ product: 8, quantity: 9_000n }, 0n, -3_000n)).toBe('ends');
});

test('what the contract agreed since stands', () => {
  // Another product keeps its quantity; without a product, another description is another thing.
  expect(follow({ product: 8 }, 1_000n, -2_000n)).toBe('stays');
  const free = care({ product: null });
  expect(follow({ product: null, description: 'Other' }, 1_000n, -2_000n, free)).toBe('stays');
  expect(follow({ product: null }, 1_000n, -2_000n, free)).toEqual({ quantity: 1_000n });
  // Raised by 2 since: those stay. Lowered to 1 since: that is all that is left of the sale too.
  expect(follow({ quantity: 5_000n }, 1_000n, -2_000n)).toEqual({ quantity: 3_000n });
  expect(follow({ quantity: 1_000n }, 1_000n, -2_000n)).toBe('stays');
  expect(follow({ quantity: 2_000n }, 1_000n, -2_000n)).toEqual({ quantity: 1_000n });
});
