import { addDays, addMonths, type CivilDate } from '@sanya/strapi-plugin-platform/kernel';
import { type Platform, reportSql } from '@sanya/strapi-plugin-platform/kit';
import { ALLOCATION, INVOICE } from '../content-types/types';
import type { Habit } from '../domain/simulated-payment';
import { isOffered } from './offers';

const MONTHS_BACK = 24;
/** Whoever owes for so long and has paid nothing does not pay. */
const GIVEN_UP_DAYS = 60;

/** By customer, how many days after the due date they used to pay, from the invoices of two years. */
export async function readHabits(platform: Platform, today: CivilDate): Promise<Map<number, Habit>> {
  const { rows } = platform;
  const sql = reportSql(platform);
  const [i, a] = [sql.of(INVOICE, 'i'), sql.of(ALLOCATION, 'a')];
  const days =
    rows.dialect === 'postgres'
      ? `max(${a('allocatedOn')}) - min(${i('dueDate')})`
      : `julianday(max(${a('allocatedOn')})) - julianday(min(${i('dueDate')}))`;
  const paid = await rows.ask(
    `select customer, cast(round(avg(days)) as integer) as late from (
      select ${i('customer')} as customer, ${days} as days
      from ${sql.table(INVOICE, 'i')} join ${sql.table(ALLOCATION, 'a')} on ${a('invoice')} = i.id
      where ${i('state')} = 'paid' and ${i('dueDate')} >= ? and ${a('undone')} = false and ${a('payment')} is not null
      group by i.id, ${i('customer')}
    ) as settled group by customer`,
    [addMonths(today, -MONTHS_BACK)],
  );
  const silent = await rows.ask(
    `select distinct ${i('customer')} as customer from ${sql.table(INVOICE, 'i')}
    where ${i('state')} = 'open' and ${i('dueDate')} < ? and not ${isOffered(platform, 'i.id')}`,
    [addDays(today, -GIVEN_UP_DAYS)],
  );
  const habits = new Map<number, Habit>(silent.map(({ customer }) => [Number(customer), 'never']));
  for (const { customer, late } of paid) habits.set(Number(customer), Number(late));
  return habits;
}

/** The earliest due date of what is open. */
export async function earliestDue(platform: Platform): Promise<CivilDate | undefined> {
  const [first] = await platform.rows.find<{ dueDate: CivilDate }>(
    INVOICE,
    (query, column) =>
      void query.where(column('state'), 'open').where(column('amountDue'), '>', 0).orderBy(column('dueDate')).limit(1),
    { fields: ['dueDate'] },
  );
  return first?.dueDate;
}

/** Open invoices due until a day, in the order of their ids after one. */
export const openDueBy = (
  platform: Platform,
  { until, after, most }: { until: CivilDate; after: number; most: number },
): Promise<{ id: number; customer: number; dueDate: CivilDate }[]> =>
  platform.rows.find(
    INVOICE,
    (query, column) =>
      void query
        .where(column('state'), 'open')
        .where(column('amountDue'), '>', 0)
        .where(column('dueDate'), '<=', until)
        .where(column('id'), '>', after)
        .orderBy(column('id'))
        .limit(most),
    { fields: ['customer', 'dueDate'] },
  );
