import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import { CUSTOMER } from '../content-types/types';
import type { Sharing } from '../domain/alike';
import type { DuplicateReason } from '../domain/duplicates';

const MARKS: readonly (readonly [DuplicateReason, readonly string[]])[] = [
  ['tax_id', ['taxId', 'branchCode']],
  ['name', ['nameKey']],
  ['phone', ['phone']],
  ['email', ['email']],
];
/** A number that a hundred customers have says nothing about any of them. */
const MOST_IN_A_GROUP = 10;

/** Groups of customers who share a mark, for each mark the latest; two statements a mark, however many there are. */
export async function findSharing({ rows }: Platform, most: number): Promise<Sharing[]> {
  const knex = await rows.knex();
  const table = rows.table(CUSTOMER);
  const column = (attribute: string): string => rows.column(CUSTOMER, attribute);
  const found: Sharing[] = [];
  for (const [reason, attributes] of MARKS) {
    const keys = attributes.map(column);
    const groups = knex(table)
      .select(keys)
      .whereNot(column('state'), 'merged')
      .whereNotNull(keys[0] ?? '')
      .groupBy(keys)
      .havingRaw('count(*) between 2 and ?', [MOST_IN_A_GROUP])
      .orderByRaw('max(id) desc')
      .limit(most)
      .as('g');
    const members = (await knex({ c: table })
      .join(groups, function () {
        for (const key of keys) this.on(`c.${key}`, `g.${key}`);
      })
      .whereNot(`c.${column('state')}`, 'merged')
      .select(['c.id', ...keys.map((key) => `c.${key}`)])) as Record<string, unknown>[];
    const byMark = new Map<string, number[]>();
    for (const row of members) {
      const mark = JSON.stringify(keys.map((key) => row[key]));
      byMark.set(mark, [...(byMark.get(mark) ?? []), Number(row.id)]);
    }
    found.push(...[...byMark.values()].map((customers) => ({ reason, customers })));
  }
  return found;
}
