import { addDays, type CivilDate } from '@sanya/strapi-plugin-platform/kernel';
import { type Platform, reportSql } from '@sanya/strapi-plugin-platform/kit';
import { CUSTOMER, DUNNING_NOTICE, INVOICE } from '../../content-types/types';
import type { StoredPolicy } from './policies';

const list = (result: unknown): Record<string, unknown>[] =>
  (Array.isArray(result) ? result : (result as { rows: unknown[] }).rows) as Record<string, unknown>[];

/** Before any day of a policy. */
const NEVER = -10_000;

/** SQL of what a policy's invoices are narrowed by: class and floor. */
function scopeOf(platform: Platform, policy: StoredPolicy, policies: readonly StoredPolicy[]): string {
  const sql = reportSql(platform);
  const own = sql.of(CUSTOMER, 'c')('class');
  const others = policies.flatMap(({ customerClass }) => customerClass ?? []);
  const classes =
    policy.customerClass !== null
      ? `${own} = ${policy.customerClass}`
      : others.length > 0
        ? `(${own} is null or ${own} not in (${others.join(', ')}))`
        : '1 = 1';
  return `${classes} and ${sql.of(INVOICE, 'i')('amountDue')} >= ${policy.floor}`;
}

/** The day of the last step of a policy that an open invoice has come to on a date, by its due date. */
function comeTo(platform: Platform, { steps }: StoredPolicy, asOf: CivilDate): string {
  const due = reportSql(platform).of(INVOICE, 'i')('dueDate');
  const literal = platform.rows.dialect === 'postgres' ? 'date ' : '';
  const cases = [...steps].reverse().map(({ day }) => `when ${due} <= ${literal}'${addDays(asOf, -day)}' then ${day}`);
  return cases.length === 0 ? String(NEVER) : `case ${cases.join(' ')} else ${NEVER} end`;
}

/**
 * Customers with an open invoice that has come to a step beyond its last notice, in the order of their ids after one.
 * Whether the step may be done is for the domain to say.
 */
export async function customersToDun(
  platform: Platform,
  policies: readonly StoredPolicy[],
  { asOf, after, most }: { asOf: CivilDate; after: number; most: number },
): Promise<number[]> {
  const { rows } = platform;
  const sql = reportSql(platform);
  const [i, n] = [sql.of(INVOICE, 'i'), sql.of(DUNNING_NOTICE, 'n')];
  if (policies.length === 0) return [];
  const last = `coalesce((select max(${n('day')}) from ${sql.table(DUNNING_NOTICE, 'n')} where ${n('invoice')} = i.id), ${NEVER})`;
  const any = policies
    .map((policy) => `(${scopeOf(platform, policy, policies)} and ${comeTo(platform, policy, asOf)} > ${last})`)
    .join(' or ');
  const knex = await rows.knex();
  const found = await knex.raw(
    `select distinct ${i('customer')} as "customer"
    from ${sql.table(INVOICE, 'i')} join ${sql.table(CUSTOMER, 'c')} on c.id = ${i('customer')}
    where ${i('state')} = 'open' and ${i('amountDue')} > 0 and ${i('customer')} > :after
      and ${i('dueDate')} <= :until and (${any})
    order by 1 limit :most`,
    { after, most, until: latestDue(policies, asOf) },
  );
  return list(found).map(({ customer }) => Number(customer));
}

/** The due date of the last invoices that a step can have come to: the earliest step is the farthest ahead. */
export const latestDue = (policies: readonly StoredPolicy[], asOf: CivilDate): CivilDate =>
  addDays(asOf, -Math.min(0, ...policies.flatMap(({ steps }) => steps.map(({ day }) => day))));

/** The first date from which any open invoice comes to a step beyond its last notice; undefined where none ever will. */
export async function firstToDun(
  platform: Platform,
  policies: readonly StoredPolicy[],
): Promise<CivilDate | undefined> {
  const { rows } = platform;
  const sql = reportSql(platform);
  const [i, n] = [sql.of(INVOICE, 'i'), sql.of(DUNNING_NOTICE, 'n')];
  const parts = policies.flatMap((policy) =>
    policy.steps.map(
      ({ id, day }) => `select ${day} as "day", ${sql.day(`min(${i('dueDate')})`)} as "due"
        from ${sql.table(INVOICE, 'i')} join ${sql.table(CUSTOMER, 'c')} on c.id = ${i('customer')}
        where ${i('state')} = 'open' and ${i('amountDue')} > 0 and ${scopeOf(platform, policy, policies)}
          and not exists (select 1 from ${sql.table(DUNNING_NOTICE, 'n')}
            where ${n('invoice')} = i.id and (${n('day')} >= ${day} or ${n('step')} = ${id}))`,
    ),
  );
  if (parts.length === 0) return undefined;
  const knex = await rows.knex();
  const found = list(await knex.raw(parts.join(' union all ')));
  const [first] = found.flatMap(({ day, due }) => (due === null ? [] : [addDays(String(due), Number(day))])).sort();
  return first;
}
