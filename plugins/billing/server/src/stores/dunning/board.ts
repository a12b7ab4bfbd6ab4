import type { CivilDate } from '@sanya/strapi-plugin-platform/kernel';
import { type Platform, type Ref, reportSql } from '@sanya/strapi-plugin-platform/kit';
import { CUSTOMER, DUNNING_NOTICE, INVOICE } from '../../content-types/types';

export interface BoardCustomer extends Ref {
  name: string;
  phone: string | null;
  class: number | null;
}

/** Who owes something that is overdue or was asked for, the largest sums first; or one customer. */
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
  const result: unknown = await knex.raw(
    `select ${i('customer')} as "customer", ${sql.sum(i('amountDue'))} as "amount"
    from ${sql.table(INVOICE, 'i')}
    where ${i('state')} = 'open' and ${i('amountDue')} > 0 and (${i('dueDate')} < :today or exists (
      select 1 from ${sql.table(DUNNING_NOTICE, 'n')} where ${n('invoice')} = i.id))
    group by ${i('customer')} order by "amount" desc, "customer" limit :which`,
    { today, which },
  );
  const found = (Array.isArray(result) ? result : (result as { rows: unknown[] }).rows) as { customer: number }[];
  return rows.byIds<Omit<BoardCustomer, keyof Ref>>(
    CUSTOMER,
    found.map(({ customer }) => customer),
    { fields },
  );
}
