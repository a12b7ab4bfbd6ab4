import fc from 'fast-check';
import type { jsonSchemaOf } from '../../../plugins/platform/server/src/docs/json-schema';

export type Shape = ReturnType<typeof jsonSchemaOf>;
export type Json = unknown;

/** A body, and whether it is one that the door asks for. */
export interface Body {
  value: Json;
  right: boolean;
}

const deep = (levels: number): Json => Array.from({ length: levels }).reduce<Json>((inner) => ({ a: inner }), 1);

/** Values that nobody means. */
export const junk: fc.Arbitrary<Json> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom<Json>(null, true, false, 0, -1, 1.5, 1e308, -1e21, 2 ** 53, 2 ** 31, 2 ** 63, -0),
  },
  {
    weight: 3,
    arbitrary: fc.constantFrom<Json>(
      ...['', ' ', '-1', '0', '0.0001', '1e5', 'NaN', 'Infinity', '99999999999999999999', '9'.repeat(400), '๑๒๓'],
      ...['\u0000', 'a\u0000b', '\u0001\u001b', '\ud800', '\udfff\ud800', '\uffff', '\u202e', '%', '%00'],
      ...["' OR 1=1 --", "'; drop table crm_customers; --", '$where', '{{7*7}}', '<script>', '../../x', '__proto__'],
      ...['2026-02-31', '0000-00-00', '9999-12-31', '-000001-01-01', '275760-09-14T00:00:00Z', '2569-01-31'],
      ...['x'.repeat(20_000), 'ก'.repeat(300), '👩‍👩‍👧', 'é\u0301'],
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom<Json>(
      ...[[], {}, [[]], [null], { $ne: null }, { id: 1 }, { id: { $gt: 0 } }, { connect: [1] }, { set: [{}] }],
      ...[{ connect: [{ documentId: { $ne: 'a' } }] }, { disconnect: [null] }, { documentId: '' }, { length: -1 }],
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom<Json>(deep(15), deep(300), Array(1000).fill(0), { constructor: 1 }) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.double() },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
);

/** What the shape asks for, mostly right: real ids where an id goes. */
export function near(shape: Shape, key: string, ids: readonly string[]): fc.Arbitrary<Json> {
  if (shape.enum) return fc.constantFrom(...shape.enum);
  if (shape.anyOf) return fc.oneof(...shape.anyOf.map((one) => near(one, key, ids)));
  switch (shape.type) {
    case 'integer':
    case 'number':
      return fc.integer({ min: 0, max: 100 });
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'array':
      return fc.array(near(shape.items ?? {}, key, ids), { maxLength: 3 });
    case 'object': {
      const fields = Object.entries(shape.properties ?? {}).map(([name, inner]) => [name, near(inner, name, ids)]);
      return fc.record(Object.fromEntries(fields) as Record<string, fc.Arbitrary<Json>>, {
        requiredKeys: shape.required ?? [],
      });
    }
    case 'string':
      if (/amount|price|withheld|base|discount|credit|total|net$|tax$/i.test(key)) return fc.nat(2_000_000).map(String);
      if (/quantity/i.test(key)) return fc.constantFrom('1', '2', '0.5', '3', '100');
      if (/date|on$|from|to$|at$/i.test(key)) return fc.constantFrom('2026-11-23', '2026-01-01', '2030-12-31');
      if (key === 'currency') return fc.constantFrom('THB', 'THB', 'USD');
      if (/reason|note|name|description|unit$/i.test(key)) return fc.constantFrom('เพราะ', 'why not', 'ตัว');
      return fc.constantFrom(...ids, 'KBANK');
    default:
      return junk;
  }
}

/** One thing wrong: a value replaced, left out, or a key too many, anywhere in it. */
function spoil(value: Json, where: number, wrong: Json, how: number): Json {
  if (typeof value !== 'object' || value === null) return wrong;
  const keys = Object.keys(value);
  if (keys.length === 0 || how === 0) return Array.isArray(value) ? [...value, wrong] : { ...value, surplus: wrong };
  const key = keys[where % keys.length] ?? '';
  const inner = (value as Record<string, Json>)[key];
  if (Array.isArray(value)) return value.map((one, at) => (String(at) === key ? spoil(one, where, wrong, how) : one));
  if (how === 1) return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
  return { ...value, [key]: how === 2 ? wrong : spoil(inner, where >> 2, wrong, how - 1) };
}

export function bodies(shape: Shape | undefined, ids: readonly string[]): fc.Arbitrary<Body> {
  const nonsense = junk.map((value): Body => ({ value, right: false }));
  if (!shape) return nonsense;
  const right = near(shape, '', ids);
  const spoiled = fc
    .tuple(right, fc.nat(1000), fc.oneof(junk, fc.constantFrom(...ids)), fc.integer({ min: 0, max: 5 }))
    .map(([value, where, wrong, how]): Body => ({ value: spoil(value, where, wrong, how), right: false }));
  return fc.oneof(
    { weight: 2, arbitrary: right.map((value): Body => ({ value, right: true })) },
    { weight: 7, arbitrary: spoiled },
    { weight: 1, arbitrary: nonsense },
  );
}
