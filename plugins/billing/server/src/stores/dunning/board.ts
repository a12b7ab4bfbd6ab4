import type { CivilDate } from '@sanya/strapi-plugin-platform/kernel';
import { type Platform, type Ref, reportSql } from '@sanya/strapi-plugin-platform/kit';
import { CUSTOMER, DUNNING_NOTICE, INVOICE } from '../../content-types/types';

export interface BoardCustomer extends Ref {
  name: string;
  phone: string | null;
  class: number | null;
}

/** More calls than this nobody makes in a day: those that wait longest come first. */
const MOST_CALLS = 500;

/**
 * Who owes something that is overdue or was asked for, the largest sums first, and whoever is to be called; or one
 * customer.
 */
export async function boardCustomers(
  platform: Platform,
  today: CivilDate,
  which: number | { customer: number },
): Promise<BoardCustomer[]> {
  const { rows } = platform;
  const fields = ['name', 'phone', 'class'];
  if (typeof which !== 'number')
    return rows.byIds<Omit<BoardCustomer, keyof Ref>>(CUSTOMER, [which.customer], { fields });
  const sql = reportSql(platform);
  const [i, n] = [sql.of(INVOICE, 'i'), sql.of(DUNNING_NOTICE, 'n')];
  const knex = await rows.knex();
  const list = async (statement: string, bindings: Record<string, string | number>): Promise<number[]> => {
    const result: unknown = await knex.raw(statement, bindings);
    const found = (Array.isArray(result) ? result : (result as { rows: unknown[] }).rows) as { customer: number }[];
    return found.map(({ customer }) => customer);
  };
  const largest = await list(
    `select ${i('customer')} as "customer", ${sql.sum(i('amountDue'))} as "amount"
    from ${sql.table(INVOICE, 'i')}
    where ${i('state')} = 'open' and ${i('amountDue')} > 0 and (${i('dueDate')} < :today or exists (
      select 1 from ${sql.table(DUNNING_NOTICE, 'n')} where ${n('invoice')} = i.id))
    group by ${i('customer')} order by "amount" desc, "customer" limit :which`,
    { today, which },
  );
  const called = await list(
    `select ${i('customer')} as "customer", min(${n('takenOn')}) as "since"
    from ${sql.table(DUNNING_NOTICE, 'n')} join ${sql.table(INVOICE, 'i')} on i.id = ${n('invoice')}
    where ${n('channel')} = 'call' and ${n('leads')} = true and ${n('callOutcome')} is null
      and ${i('state')} = 'open' and ${i('amountDue')} > 0
    group by ${i('customer')} order by "since", "customer" limit :most`,
    { most: MOST_CALLS },
  );
  return rows.byIds<Omit<BoardCustomer, keyof Ref>>(CUSTOMER, [...new Set([...largest, ...called])], { fields });
}
