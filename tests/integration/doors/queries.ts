import fc from 'fast-check';
import { type Json, junk } from './junk';

/** A lone half of a surrogate pair cannot stand in a URL. */
const wellFormed = (text: string): string => text.replace(/[\ud800-\udfff]/gu, '\ufffd');

export const brackets = (value: Json, path: string): string[] => {
  if (typeof value !== 'object' || value === null) {
    return [`${path}=${encodeURIComponent(wellFormed(String(value).slice(0, 2000)))}`];
  }
  return Object.entries(value)
    .slice(0, 30)
    .flatMap(([key, inner]) => brackets(inner, path ? `${path}[${encodeURIComponent(wellFormed(key))}]` : key));
};

const OPERATORS = [
  ...['$eq', '$ne', '$gt', '$lte', '$in', '$notIn', '$contains', '$notContainsi', '$startsWith', '$endsWithi'],
  ...['$null', '$notNull', '$between', '$eqi', '$not', '$and', '$or', '$like', '$jsonSupersetOf', '$elemMatch'],
];

/** Strapi's own filters, sort, fields, populate and pagination, right and wrong, as they stand in a URL. */
export function queries(attributes: readonly string[], ids: readonly string[]): fc.Arbitrary<string> {
  const inside = ['id', 'documentId', 'createdBy', 'password', 'nothing', 'lines', 'customer', ...attributes];
  const attribute = fc.constantFrom(...inside, '$and', '__proto__');
  const value = fc.oneof(junk, fc.constantFrom(...ids, '1', 'true'));
  const condition = fc
    .tuple(attribute, fc.constantFrom(...OPERATORS), value, fc.option(attribute))
    .map(([name, operator, wanted, within]) => ({
      [name]: within ? { [within]: { [operator]: wanted } } : { [operator]: wanted },
    }));
  const filters = fc.oneof(
    condition,
    fc.array(condition, { maxLength: 3 }).map(($or) => ({ $or })),
    condition.map(($not) => ({ $not })),
    junk,
  );
  const page = fc.constantFrom<Json>(-1, 0, 1, 'x', 1e21, '99999999999999999999', 2 ** 53, '', null, [1], 1.5);
  const populate = fc.oneof(
    fc.constant<Json>('*'),
    attribute,
    fc.tuple(attribute, attribute).map((pair) => pair.join('.')),
    attribute.map((name) => ({ [name]: { populate: '*' } })),
    fc
      .tuple(attribute, attribute, condition, junk)
      .map(([name, field, where, wrong]) => ({ [name]: { fields: [field], filters: where, sort: wrong } })),
    fc.tuple(attribute, junk).map(([name, wrong]) => ({ [name]: wrong })),
    junk,
  );
  const record = fc.record(
    {
      filters,
      sort: fc.oneof(
        fc.tuple(attribute, fc.constantFrom('asc', 'desc', 'x')).map((pair) => pair.join(':')),
        fc.tuple(attribute, attribute).map((pair) => pair.join('.')),
        junk,
      ),
      fields: fc.oneof(fc.array(attribute, { maxLength: 3 }), junk),
      populate,
      pagination: fc.oneof(
        fc.record({ page, pageSize: page, start: page, limit: page, withCount: page }, { requiredKeys: [] }),
        junk,
      ),
      locale: junk,
      status: fc.constantFrom('draft', 'published', 'x'),
      publicationFilter: fc.constantFrom('never-published', 'x'),
      _q: junk,
      lang: fc.constantFrom('th', 'xx'),
    },
    { requiredKeys: [] },
  );
  const raw = fc.constantFrom('%', '%00', '%ff=1', 'filters[', 'filters[a][b][c][d][e][f][g][h]=1', '=', 'a=%E0%A4%A');
  return fc.oneof(
    { weight: 9, arbitrary: record.map((query) => brackets(query, '').join('&').slice(0, 12_000)) },
    { weight: 1, arbitrary: raw },
  );
}
