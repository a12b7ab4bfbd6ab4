import { addMonths, type CivilDate } from '@sanya/strapi-plugin-platform/kernel';
import { type Platform, reportSql } from '@sanya/strapi-plugin-platform/kit';
import { ALLOCATION, INVOICE } from '../content-types/types';
import { openAccounts } from './credit-history';

/** How customers pay: what of the last two years was paid in time, and what is past due now. */
export interface Punctuality {
  paid: number;
  inTime: number;
  overdueDays: number;
}

const MONTHS_BACK = 24;

/** By row id of the customer; a constant number of statements, however many they are. */
export async function punctualityOf(
  platform: Platform,
  customers: readonly number[],
  today: CivilDate,
): Promise<Map<number, Punctuality>> {
  const ids = [...new Set(customers)];
  if (ids.length === 0) return new Map();
  const sql = reportSql(platform);
  const [i, a] = [sql.of(INVOICE, 'i'), sql.of(ALLOCATION, 'a')];
  const rows = await platform.rows.ask<Record<string, unknown>>(
    `select ${i('customer')} as "customer", count(*) as "paid",
        sum(case when ${sql.day('s.settled')} <= ${sql.day(i('dueDate'))} then 1 else 0 end) as "inTime"
      from ${sql.table(INVOICE, 'i')} join (
        select ${a('invoice')} as invoice, max(${a('allocatedOn')}) as settled from ${sql.table(ALLOCATION, 'a')}
        where ${a('undone')} = false and ${a('payment')} is not null group by ${a('invoice')}
      ) s on s.invoice = i.id
      where ${i('state')} = 'paid' and ${i('issuedOn')} >= ? and ${i('customer')} in (${ids.map(() => '?').join(', ')})
      group by ${i('customer')}`,
    [addMonths(today, -MONTHS_BACK), ...ids],
  );
  const paid = new Map(rows.map((row) => [Number(row.customer), row]));
  const open = await openAccounts(platform, ids, today);
  return new Map(
    ids.map((id) => {
      const row = paid.get(id);
      return [
        id,
        {
          paid: Number(row?.paid ?? 0),
          inTime: Number(row?.inTime ?? 0),
          overdueDays: open.get(id)?.overdueDays ?? 0,
        },
      ];
    }),
  );
}
