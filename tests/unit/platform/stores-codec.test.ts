import { arrayOf, bound, constant, withoutBigints } from '../../../plugins/platform/server/src/stores/codec';
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

test('a value that all rows share is bound once, as each database keeps it', () => {
  const column = (type: 'json' | 'bigint' | 'boolean') => ({ attribute: 'a', name: 'a', type });
  expect([constant(column('json'), 'postgres'), bound({ n: 1n }, column('json'), 'postgres')]).toEqual([
    '?::jsonb',
    '{"n":"1"}',
  ]);
  expect(bound(null, column('json'), 'postgres')).toBeNull();
  expect(bound({ n: 1n }, column('json'), 'sqlite')).toBe('{"n":"1"}');
  expect([constant(column('bigint'), 'sqlite'), bound(7n, column('bigint'), 'sqlite')]).toEqual([
    'cast(? as integer)',
    '7',
  ]);
  expect([bound(true, column('boolean'), 'postgres'), bound(true, column('boolean'), 'sqlite')]).toEqual([true, 1]);
});

test('values of one column stand in an array as PostgreSQL reads it, whatever signs they have', () => {
  const column = (type: 'json' | 'bigint' | 'text' | 'boolean') => ({ attribute: 'a', name: 'a', type });
  expect(arrayOf(['a', '', 'NULL', null, '"\\{,}'], column('text'))).toBe('{"a","","NULL",NULL,"\\"\\\\{,}"}');
  expect(arrayOf(['12', null], column('bigint'))).toBe('{"12",NULL}');
  expect(arrayOf([true, false], column('boolean'))).toBe('{"true","false"}');
  expect(arrayOf([{ a: '"' }, 'x', 1], column('json'))).toBe('{"{\\"a\\":\\"\\\\\\"\\"}","\\"x\\"","1"}');
});

test('document ids: 24 signs, a letter first, none twice', () => {
  const ids = documentIds(5000);
  expect(new Set(ids).size).toBe(5000);
  for (const id of ids) expect(id).toMatch(/^[a-z][a-z0-9]{23}$/);
  expect(documentIds(0)).toEqual([]);
});
