import type { Knex } from 'knex';
import type { Rows } from '../../../kit/src/rows';

/** `order.customer` of customer 7 as Strapi filters: `{ order: { customer: { id: 7 } } }`; '' is the customer itself. */
export function ownerFilter(path: string, customerId: number): Record<string, unknown> {
  return path
    .split('.')
    .filter(Boolean)
    .reduceRight<Record<string, unknown>>((inner, part) => ({ [part]: inner }), { id: { $eq: customerId } });
}

/** The same as a where clause for stores: one nested sub-query a step, each on a foreign-key column. */
export function narrowToOwner(
  rows: Rows,
  targetOf: (uid: string, attribute: string) => string,
  knex: Knex,
  uid: string,
  path: string,
  customerId: number,
): (query: Knex.QueryBuilder) => void {
  const [first, ...rest] = path.split('.').filter(Boolean);
  const table = rows.table(uid);
  if (first === undefined) return (query) => void query.where(`${table}.id`, customerId);
  const column = `${table}.${rows.column(uid, first)}`;
  if (rest.length === 0) return (query) => void query.where(column, customerId);
  const target = targetOf(uid, first);
  const inner = knex(rows.table(target)).select(`${rows.table(target)}.id`);
  narrowToOwner(rows, targetOf, knex, target, rest.join('.'), customerId)(inner);
  return (query) => void query.whereIn(column, inner as never);
}
