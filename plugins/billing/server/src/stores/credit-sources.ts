import { type Platform, reportSql } from '@sanya/strapi-plugin-platform/kit';
import { ALLOCATION, CREDIT_NOTE, PAYMENT, REFUND } from '../content-types/types';

/** What of a payment or a credit note is laid on no invoice, and not on its way back. Row ids, minor units. */
export interface CreditSource {
  customer: number;
  payment: number | null;
  creditNote: number | null;
  left: bigint;
}

const SOURCES = [
  { by: 'creditNote', type: CREDIT_NOTE, amount: 'total', state: 'issued' },
  { by: 'payment', type: PAYMENT, amount: 'amount', state: 'succeeded' },
] as const;

/** Where customers have something over: credit notes before payments, the older first. However much there was before. */
export async function creditSources(platform: Platform, customers: readonly number[]): Promise<CreditSource[]> {
  if (customers.length === 0) return [];
  const sql = reportSql(platform);
  const [a, r] = [sql.of(ALLOCATION, 'a'), sql.of(REFUND, 'r')];
  const ids = [...new Set(customers)];
  const among = ids.map(() => '?').join(', ');
  const parts = SOURCES.map(({ by, type, amount, state }, place) => {
    const s = sql.of(type, 's');
    return `select ${s('customer')} as customer, ${place} as place, s.id as id, ${s(amount)}
        - (select coalesce(cast(sum(${a('cash')} + ${a('credit')}) as bigint), 0) from ${sql.table(ALLOCATION, 'a')}
           where ${a(by)} = s.id and ${a('undone')} = false)
        - (select coalesce(cast(sum(${r('amount')}) as bigint), 0) from ${sql.table(REFUND, 'r')}
           where ${r(by)} = s.id and ${r('state')} <> 'cancelled') as free
      from ${sql.table(type, 's')} where ${s('customer')} in (${among}) and ${s('state')} = '${state}'`;
  });
  const rows = await platform.rows.ask<{ customer: number; place: number; id: number; free: string }>(
    `select * from (${parts.join(' union all ')}) as sources where free > 0 order by place, id`,
    [...ids, ...ids],
  );
  return rows.map(({ customer, place, id, free }) => {
    const { by } = SOURCES[place] ?? SOURCES[0];
    return { customer, payment: null, creditNote: null, [by]: id, left: BigInt(free) };
  });
}
