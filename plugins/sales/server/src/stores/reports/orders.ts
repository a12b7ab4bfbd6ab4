import type { Platform, ReportAsked, ReportQuery } from '@sanya/strapi-plugin-platform/kit';
import { ORDER } from '../../content-types/types';
import { ordersAsked } from './scope';

/**
 * Orders placed in a period, by where they stand now; cancelled ones are a state among the others. One that was not paid
 * in time was never agreed on: it stands apart, for whoever asks what is lost on the way, and is in no other figure.
 */
export async function ordersReport(platform: Platform, asked: ReportAsked): Promise<ReportQuery> {
  const { sql, o, currency, bindings, where, joinCustomer, customerName } = await ordersAsked(platform, asked);
  const byCustomer = asked.by === 'customer';
  const apart = (what: string): string => sql.sum(`case when ${o('state')} = 'expired' then ${what} else 0 end`);
  const counted = (what: string): string => sql.sum(`case when ${o('state')} = 'expired' then 0 else ${what} end`);
  const key = byCustomer ? `c.id as "id", ${customerName} as "customer"` : `${o(asked.by)} as "${asked.by}"`;
  return {
    currency,
    bindings,
    order: byCustomer ? '"customer", "id"' : `"${asked.by}"`,
    sql: `
      select ${key}, ${counted('1')} as "orders", ${counted(o('discount'))} as "discount",
        ${counted(o('net'))} as "net", ${counted(o('tax'))} as "tax", ${counted(o('total'))} as "total",
        ${apart('1')} as "expired", ${apart(o('total'))} as "expired_total"
      from ${sql.table(ORDER, 'o')} ${byCustomer ? joinCustomer : ''}
      where ${where} and ${o('state')} <> 'draft'
      group by ${byCustomer ? `c.id, ${customerName}` : o(asked.by)}`,
  };
}
