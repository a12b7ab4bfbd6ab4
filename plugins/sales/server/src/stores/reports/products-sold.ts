import type { Platform, ReportAsked, ReportQuery } from '@sanya/strapi-plugin-platform/kit';
import { ORDER, ORDER_LINE, PRODUCT } from '../../content-types/types';
import { ordersAsked } from './scope';

/** What was ordered in a period and not cancelled, by product or by its group. */
export async function productsSoldReport(platform: Platform, asked: ReportAsked): Promise<ReportQuery> {
  const { sql, o, currency, bindings, where } = await ordersAsked(platform, asked);
  const l = sql.of(ORDER_LINE, 'l');
  const p = sql.of(PRODUCT, 'p');
  const group = `coalesce(${p('group')}, '')`;
  const sums = `count(distinct o.id) as "orders", ${sql.sum(l('discount'))} as "discount", ${sql.sum(l('net'))} as "net",
    ${sql.sum(l('tax'))} as "tax", ${sql.sum(l('total'))} as "total"`;
  const from = `
    from ${sql.table(ORDER_LINE, 'l')} join ${sql.table(ORDER, 'o')} on o.id = ${l('order')}
      left join ${sql.table(PRODUCT, 'p')} on p.id = ${l('product')}
    where ${where} and ${o('state')} not in ('draft', 'cancelled', 'expired')`;
  if (asked.by === 'group') {
    return {
      currency,
      bindings,
      order: '"group"',
      sql: `select ${group} as "group", ${sums} ${from} group by ${group}`,
    };
  }
  const keys = [p('name'), p('sku'), p('unit')].map((one) => `coalesce(${one}, '')`);
  return {
    currency,
    bindings,
    order: '"product", "id"',
    sql: `
      select p.id as "id", ${keys[0]} as "product", ${keys[1]} as "sku", ${group} as "group",
        ${sql.sum(l('quantity'))} as "quantity", ${keys[2]} as "unit", ${sums}
      ${from} group by p.id, ${keys.join(', ')}, ${group}`,
  };
}
