import { addDays, type CivilDate } from '@sanya/strapi-plugin-platform/kernel';
import { type Platform, reportSql } from '@sanya/strapi-plugin-platform/kit';
import { CUSTOMER, DUNNING_NOTICE, INVOICE } from '../../content-types/types';
import type { StoredPolicy } from './policies';

/** Before any day of a policy. */
const NEVER = -10_000;

type ForClass = Pick<StoredPolicy, 'customerClass'>;

/** SQL of the customers `c` that a policy is for, beside the others. */
export function customersOf(platform: Platform, policy: ForClass, policies: readonly ForClass[]): string {
  const own = reportSql(platform).of(CUSTOMER, 'c')('class');
  if (policy.customerClass !== null) return `${own} = ${policy.customerClass}`;
  const others = policies.flatMap(({ customerClass }) => customerClass ?? []);
  return others.length > 0 ? `(${own} is null or ${own} not in (${others.join(', ')}))` : '1 = 1';
}

/** SQL of what a policy's invoices are narrowed by: class and floor. */
const scopeOf = (platform: Platform, policy: StoredPolicy, policies: readonly StoredPolicy[]): string =>
  `${customersOf(platform, policy, policies)} and ${reportSql(platform).of(INVOICE, 'i')('amountDue')} >= ${policy.floor}`;

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
  const found = await rows.ask(
    `select distinct ${i('customer')} as "customer"
    from ${sql.table(INVOICE, 'i')} join ${sql.table(CUSTOMER, 'c')} on c.id = ${i('customer')}
    where ${i('state')} = 'open' and ${i('amountDue')} > 0 and ${i('customer')} > :after
      and ${i('dueDate')} <= :until and (${any})
    order by 1 limit :most`,
    { after, most, until: latestDue(policies, asOf) },
  );
  return found.map(({ customer }) => Number(customer));
}

/** The due date of the last invoices that a step can have come to: the earliest step is the farthest ahead. */
export const latestDue = (policies: readonly StoredPolicy[], asOf: CivilDate): CivilDate =>
  addDays(asOf, -Math.min(0, ...policies.flatMap(({ steps }) => steps.map(({ day }) => day))));

/**
 * The first date from which any open invoice comes to a step beyond its last notice; undefined where none ever will. One
 * look at what is open: of all that were told of the same day of the ladder the one that was due first comes first.
 */
export async function firstToDun(
  platform: Platform,
  policies: readonly StoredPolicy[],
): Promise<CivilDate | undefined> {
  if (policies.length === 0) return undefined;
  const { rows } = platform;
  const sql = reportSql(platform);
  const [i, n] = [sql.of(INVOICE, 'i'), sql.of(DUNNING_NOTICE, 'n')];
  const which = policies.map((policy, place) => `when ${scopeOf(platform, policy, policies)} then ${place}`).join(' ');
  const found = await rows.ask(
    `select x.place as "place", x.last as "last", ${sql.day('min(x.due)')} as "due" from (
        select case ${which} end as place, ${i('dueDate')} as due,
          coalesce((select max(${n('day')}) from ${sql.table(DUNNING_NOTICE, 'n')} where ${n('invoice')} = i.id), ${NEVER}) as last
        from ${sql.table(INVOICE, 'i')} join ${sql.table(CUSTOMER, 'c')} on c.id = ${i('customer')}
        where ${i('state')} = 'open' and ${i('amountDue')} > 0
      ) x where x.place is not null group by x.place, x.last`,
  );
  const days = found.flatMap(({ place, last, due }) => {
    const next = policies[Number(place)]?.steps.find(({ day }) => day > Number(last));
    return next ? [addDays(String(due), next.day)] : [];
  });
  return days.sort()[0];
}
