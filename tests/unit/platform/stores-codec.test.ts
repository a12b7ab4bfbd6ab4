import { bound, encoderOf, listText, withoutBigints } from '../../../plugins/platform/server/src/stores/codec';
import { documentIds } from '../../../plugins/platform/server/src/core/random-ids';

test('JSON loses nothing but its bigints, which become text', () => {
  expect(withoutBigints({ a: 1n, b: [{ c: -2n, d: null }], e: 'x', f: undefined, g: false })).toEqual({
    a: '1',
    b: [{ c: '-2', d: null }],
    e: 'x',
    f: undefined,
    g: false,
  });
  const at = new Date(0);
  expect(JSON.stringify(withoutBigints({ at }))).toBe('{"at":"1970-01-01T00:00:00.000Z"}');
});

test('a value that all rows share is bound once; SQLite takes each as it keeps it', () => {
  const column = (type: 'json' | 'bigint' | 'boolean' | 'instant') => ({ attribute: 'a', name: 'a', type });
  expect([bound({ n: 1n }, column('json')), bound(null, column('json')), bound(true, column('boolean'))]).toEqual([
    '{"n":"1"}',
    null,
    true,
  ]);
  expect(encoderOf(column('json'), 'sqlite')({ n: 1n })).toBe('{"n":"1"}');
  expect([encoderOf(column('bigint'), 'sqlite')(7n), encoderOf(column('bigint'), 'sqlite')('7')]).toEqual([7n, '7']);
  expect([encoderOf(column('boolean'), 'sqlite')(true), encoderOf(column('boolean'), 'sqlite')(undefined)]).toEqual([
    1,
    null,
  ]);
  expect(encoderOf(column('instant'), 'sqlite')('1970-01-01T00:00:01.000Z')).toBe(1000);
});

test('values of one column stand in one text as PostgreSQL takes it apart, whatever signs they have', () => {
  const column = (type: 'json' | 'bigint' | 'text' | 'boolean') => ({ attribute: 'a', name: 'a', type });
  expect(listText(['a', '', 'NULL', null, '"\\{,}'], column('text'))).toBe('{"a","","NULL",NULL,"\\"\\\\{,}"}');
  expect(listText(['12', null], column('bigint'))).toBe('{"12",NULL}');
  expect(listText([true, false], column('boolean'))).toBe('{"true","false"}');
  expect(listText([{ a: '"' }, null, 'x\u0001', '', 1], column('json'))).toBe(
    ['{"a":"\\""}', '', '"x\\u0001"', '""', '1'].join('\u0001'),
  );
});

test('document ids: 24 signs, a letter first, none twice', () => {
  const ids = documentIds(5000);
  expect(new Set(ids).size).toBe(5000);
  for (const id of ids) expect(id).toMatch(/^[a-z][a-z0-9]{23}$/);
  expect(documentIds(0)).toEqual([]);
});

test('document ids of another millisecond come after all of those before', () => {
  const wall = jest.spyOn(Date, 'now');
  const ids = [0, 1, 1_000, 86_400_000].flatMap((ms) => {
    wall.mockReturnValue(Date.UTC(2026, 0, 1) + ms);
    return documentIds(20).sort();
  });
  wall.mockRestore();
  expect(ids).toEqual([...ids].sort());
});
