import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import { PAYMENT } from '../content-types/types';

export interface Received {
  on: string;
  currency: string;
  amount: bigint;
  payments: number;
}

/** Money that came in, by the day it came; what was reversed is not in it, nor what came to the books before. */
export async function receivedByDay(platform: Platform, from: string, to: string): Promise<Received[]> {
  const { rows } = platform;
  const knex = await rows.knex();
  const column = (attribute: string): string => rows.column(PAYMENT, attribute);
  const days = (await knex(rows.table(PAYMENT))
    .where(column('state'), 'succeeded')
    .whereNull(column('takenOverOn'))
    .whereBetween(column('receivedOn'), [from, to])
    .groupBy(column('receivedOn'), column('currency'))
    .orderBy([column('receivedOn'), column('currency')])
    .select({ on: column('receivedOn'), currency: column('currency') })
    .select(knex.raw('cast(sum(??) as bigint) as amount, count(*) as payments', [column('amount')]))) as {
    on: unknown;
    currency: string;
    amount: string | number;
    payments: string | number;
  }[];
  return days.map(({ on, currency, amount, payments }) => ({
    on: String(on).slice(0, 10),
    currency,
    amount: BigInt(amount),
    payments: Number(payments),
  }));
}
