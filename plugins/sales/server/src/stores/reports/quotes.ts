import { addDays, notFound } from '@sanya/strapi-plugin-platform/kernel';
import { type Platform, type ReportAsked, type ReportQuery, reportSql } from '@sanya/strapi-plugin-platform/kit';
import { BILLING_SETTING, CUSTOMER, QUOTE } from '../../content-types/types';

/** Quotes sent in a period, and what came of them: the last version that was sent speaks for its number. */
export async function quotesReport(platform: Platform, asked: ReportAsked): Promise<ReportQuery> {
  const { rows, settings } = platform;
  const sql = reportSql(platform);
  const q = sql.of(QUOTE, 'q');
  const n = sql.of(QUOTE, 'n');
  const customerName = sql.of(CUSTOMER, 'c')('name');
  const currency = asked.currency ?? (await settings.read<{ currency: string }>(BILLING_SETTING)).currency;
  const [customer] =
    asked.customer === undefined ? [] : await rows.byDocumentIds(CUSTOMER, [asked.customer], { fields: [] });
  if (asked.customer !== undefined && !customer) throw notFound('report.customer_unknown', { field: 'customer' });
  const won = `case when ${q('state')} = 'ordered' then 1 else 0 end`;
  const byCustomer = asked.by === 'customer';
  return {
    currency,
    bindings: {
      ...{ first: sql.startOf(asked.from), after: sql.startOf(addDays(asked.to, 1)), currency },
      ...(customer && { customer: customer.id }),
    },
    order: byCustomer ? '"customer", "id"' : '"state"',
    sql: `
      select ${byCustomer ? `c.id as "id", ${customerName} as "customer"` : `${q('state')} as "state"`},
        count(*) as "quotes", sum(${won}) as "won", sum(${won}) * 100 / count(*) as "won_percent",
        ${sql.sum(q('net'))} as "net", ${sql.sum(q('total'))} as "total",
        ${sql.sum(`case when ${q('state')} = 'ordered' then ${q('total')} else 0 end`)} as "won_total"
      from ${sql.table(QUOTE, 'q')} left join ${sql.table(CUSTOMER, 'c')} on c.id = ${q('customer')}
      where ${q('sentAt')} >= :first and ${q('sentAt')} < :after and ${q('currency')} = :currency
        ${customer ? `and ${q('customer')} = :customer` : ''}
        and not exists (select 1 from ${sql.table(QUOTE, 'n')} where ${n('number')} = ${q('number')}
          and ${n('sentAt')} is not null and ${n('version')} > ${q('version')})
      group by ${byCustomer ? `c.id, ${customerName}` : q('state')}`,
  };
}
