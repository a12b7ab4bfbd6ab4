import { differences, sameData } from '@sanya/strapi-plugin-platform/kernel';

test('only what differs, bigints as text, the order of keys in JSON does not count', () => {
  const before: Record<string, unknown> = { a: 1n, b: { x: 1, y: 2 }, c: null, id: 3 };
  expect(differences(before, { a: 1n, b: { y: 2, x: 1 }, c: undefined })).toBeUndefined();
  expect(differences(before, { a: 2n, c: null })).toEqual({ before: { a: '1' }, after: { a: '2' } });
});

test('what was not there before was null, within lists and objects too', () => {
  const before: Record<string, unknown> = { list: [{ amount: 1n }] };
  expect(differences(before, { list: [{ amount: 1n }], note: 'x' })).toEqual({
    before: { note: null },
    after: { note: 'x' },
  });
  expect(differences(before, { list: [{ amount: 2n, note: undefined }] })).toEqual({
    before: { list: [{ amount: '1' }] },
    after: { list: [{ amount: '2', note: null }] },
  });
});

test('nothing said is nothing changed', () => expect(differences({ a: 1 }, {})).toBeUndefined());

test('data is compared by what it says', () => {
  expect(sameData({ x: 1n, y: [null] }, { y: [undefined], x: 1n })).toBe(true);
  expect(sameData([1, 2], [2, 1])).toBe(false);
});
