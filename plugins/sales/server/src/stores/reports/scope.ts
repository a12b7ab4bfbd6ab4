import { addDays, notFound } from '@sanya/strapi-plugin-platform/kernel';
import { type Platform, type ReportAsked, reportSql } from '@sanya/strapi-plugin-platform/kit';
import { ORDER } from '../../content-types/types';

const CUSTOMER = 'plugin::crm.customer';
const BILLING = 'plugin::billing.setting';

/** Orders `o` placed on the days asked for, in one currency, of one customer where one is named. */
export async function ordersAsked(platform: Platform, asked: ReportAsked) {
  const { rows, settings } = platform;
  const sql = reportSql(platform);
  const o = sql.of(ORDER, 'o');
  const currency = asked.currency ?? (await settings.read<{ currency: string }>(BILLING)).currency;
  const [customer] =
    asked.customer === undefined ? [] : await rows.byDocumentIds(CUSTOMER, [asked.customer], { fields: [] });
  if (asked.customer !== undefined && !customer) throw notFound('report.customer_unknown', { field: 'customer' });
  return {
    sql,
    o,
    currency,
    bindings: {
      first: sql.startOf(asked.from),
      after: sql.startOf(addDays(asked.to, 1)),
      currency,
      ...(customer && { customer: customer.id }),
    },
    where: [
      `${o('placedAt')} >= :first and ${o('placedAt')} < :after and ${o('currency')} = :currency`,
      ...(customer ? [`${o('customer')} = :customer`] : []),
    ].join(' and '),
    joinCustomer: `left join ${sql.table(CUSTOMER, 'c')} on c.id = ${o('customer')}`,
    customerName: sql.of(CUSTOMER, 'c')('name'),
  };
}
