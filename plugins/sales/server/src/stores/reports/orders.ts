import type { Platform, ReportAsked, ReportQuery } from '@sanya/strapi-plugin-platform/kit';
import { ORDER } from '../../content-types/types';
import { ordersAsked } from './scope';

/** Orders placed in a period, by where they stand now; cancelled ones are a state among the others. */
export async function ordersReport(platform: Platform, asked: ReportAsked): Promise<ReportQuery> {
  const { sql, o, currency, bindings, where, joinCustomer, customerName } = await ordersAsked(platform, asked);
  const byCustomer = asked.by === 'customer';
  const key = byCustomer ? `c.id as "id", ${customerName} as "customer"` : `${o(asked.by)} as "${asked.by}"`;
  return {
    currency,
    bindings,
    order: byCustomer ? '"customer", "id"' : `"${asked.by}"`,
    sql: `
      select ${key}, count(*) as "orders", ${sql.sum(o('discount'))} as "discount", ${sql.sum(o('net'))} as "net",
        ${sql.sum(o('tax'))} as "tax", ${sql.sum(o('total'))} as "total"
      from ${sql.table(ORDER, 'o')} ${byCustomer ? joinCustomer : ''}
      where ${where} and ${o('state')} <> 'draft'
      group by ${byCustomer ? `c.id, ${customerName}` : o(asked.by)}`,
  };
}
