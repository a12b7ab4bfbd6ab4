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
  const largest = await rows.ask<{ customer: number }>(
    `select ${i('customer')} as "customer", ${sql.sum(i('amountDue'))} as "amount"
    from ${sql.table(INVOICE, 'i')}
    where ${i('state')} = 'open' and ${i('amountDue')} > 0 and (${i('dueDate')} < ? or exists (
      select 1 from ${sql.table(DUNNING_NOTICE, 'n')} where ${n('invoice')} = i.id))
    group by ${i('customer')} order by "amount" desc, "customer" limit ?`,
    [today, which],
  );
  const called = await rows.ask<{ customer: number }>(
    `select ${i('customer')} as "customer", min(${n('takenOn')}) as "since"
    from ${sql.table(DUNNING_NOTICE, 'n')} join ${sql.table(INVOICE, 'i')} on i.id = ${n('invoice')}
    where ${n('channel')} = 'call' and ${n('leads')} = true and ${n('callOutcome')} is null
      and ${i('state')} = 'open' and ${i('amountDue')} > 0
    group by ${i('customer')} order by "since", "customer" limit ?`,
    [MOST_CALLS],
  );
  const ids = [...largest, ...called].map(({ customer }) => customer);
  return rows.byIds<Omit<BoardCustomer, keyof Ref>>(CUSTOMER, [...new Set(ids)], { fields });
}

/** All that is overdue, of however many invoices and customers; in the currency of the books, minor units. */
export async function moneyAtRisk(platform: Platform, today: CivilDate, currency: string) {
  const sql = reportSql(platform);
  const i = sql.of(INVOICE, 'i');
  const [found] = await platform.rows.ask<{ amount: string; invoices: string; customers: string }>(
    `select ${sql.sum(i('amountDue'))} as "amount", count(*) as "invoices", count(distinct ${i('customer')}) as "customers"
    from ${sql.table(INVOICE, 'i')}
    where ${i('state')} = 'open' and ${i('amountDue')} > 0 and ${i('dueDate')} < ? and ${i('currency')} = ?`,
    [today, currency],
  );
  return {
    amount: BigInt(found?.amount ?? 0),
    invoices: Number(found?.invoices ?? 0),
    customers: Number(found?.customers ?? 0),
    currency,
  };
}
