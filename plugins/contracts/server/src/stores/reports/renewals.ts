import { type Platform, type ReportAsked, type ReportQuery, reportSql, rowId } from '@sanya/strapi-plugin-platform/kit';
import { CONTRACT, CUSTOMER, DECLINE_REASON, RENEWAL } from '../../content-types/types';

async function scopeOf(platform: Platform, { from, to, customer, currency: wanted }: ReportAsked) {
  const sql = reportSql(platform);
  const currency = wanted ?? (await platform.currency.own());
  const named =
    customer === undefined
      ? undefined
      : await rowId(platform, CUSTOMER, customer, 'report.customer_unknown', 'customer');
  return {
    sql,
    currency,
    bindings: { from, to, currency, ...(named === undefined ? {} : { customer: named }) },
    ofCustomer: named === undefined ? '' : `and ${sql.of(CONTRACT, 'c')('customer')} = :customer`,
  };
}

/** Why customers did not renew in a period, or when: what was declined, and what lapsed undecided. */
export async function nonRenewalsReport(platform: Platform, asked: ReportAsked): Promise<ReportQuery> {
  const { sql, currency, bindings, ofCustomer } = await scopeOf(platform, asked);
  const [r, d] = [sql.of(RENEWAL, 'r'), sql.of(DECLINE_REASON, 'd')];
  const english = platform.caller().language === 'en';
  const name = english ? `coalesce(${d('nameEn')}, ${d('name')})` : d('name');
  const key = asked.by === 'month' ? sql.month(r('decidedOn')) : `coalesce(${name}, '')`;
  const of = (state: string): string => `sum(case when ${r('state')} = '${state}' then 1 else 0 end)`;
  return {
    currency,
    bindings,
    order: asked.by === 'month' ? '"month"' : '"contracts" desc, "reason"',
    sql: `
      select ${key} as "${asked.by}", count(*) as "contracts", ${of('declined')} as "declined",
        ${of('lapsed')} as "lapsed", ${sql.sum(`coalesce(${r('price')}, 0)`)} as "lost"
      from ${sql.table(RENEWAL, 'r')} join ${sql.table(CONTRACT, 'c')} on c.id = ${r('contract')}
      left join ${sql.table(DECLINE_REASON, 'd')} on d.id = ${r('reason')}
      where ${r('state')} in ('declined', 'lapsed') and ${r('decidedOn')} between :from and :to
        and ${r('currency')} = :currency ${ofCustomer}
      group by ${key}`,
  };
}

/** Terms that end in a period, and what became of them. */
export async function expiringReport(platform: Platform, asked: ReportAsked): Promise<ReportQuery> {
  const { sql, currency, bindings, ofCustomer } = await scopeOf(platform, asked);
  const [r, c] = [sql.of(RENEWAL, 'r'), sql.of(CONTRACT, 'c')];
  const name = sql.of(CUSTOMER, 'u')('name');
  const key = asked.by === 'month' ? sql.month('x.ends') : name;
  const of = (states: string): string => `sum(case when x.state in (${states}) then 1 else 0 end)`;
  const worth = (states: string): string => sql.sum(`case when x.state in (${states}) then x.price else 0 end`);
  return {
    currency,
    bindings,
    order: asked.by === 'month' ? '"month"' : '"customer", "id"',
    sql: `
      select ${asked.by === 'month' ? '' : 'u.id as "id",'} ${key} as "${asked.by}", count(*) as "contracts",
        ${of("'open', 'noticed', 'offered'")} as "undecided", ${of("'renewed', 'won_back'")} as "renewed",
        ${of("'declined'")} as "declined", ${of("'lapsed'")} as "lapsed",
        ${worth("'renewed', 'won_back'")} as "kept", ${worth("'declined', 'lapsed'")} as "lost"
      from (
        select ${r('termEndsOn')} as ends, ${r('state')} as state, coalesce(${r('price')}, 0) as price,
          ${c('customer')} as customer
        from ${sql.table(RENEWAL, 'r')} join ${sql.table(CONTRACT, 'c')} on c.id = ${r('contract')}
        where ${r('termEndsOn')} between :from and :to and ${r('currency')} = :currency ${ofCustomer}
        union all
        select ${c('endsOn')} as ends, case when ${c('noticeGivenOn')} is null then 'open' else 'declined' end as state,
          0 as price, ${c('customer')} as customer
        from ${sql.table(CONTRACT, 'c')}
        where ${c('state')} = 'active' and ${c('endsOn')} between :from and :to and ${c('currency')} = :currency
          ${ofCustomer} and not exists (select 1 from ${sql.table(RENEWAL, 'r')}
            where ${r('contract')} = c.id and ${r('term')} = ${c('term')} + 1)
      ) x join ${sql.table(CUSTOMER, 'u')} on u.id = x.customer
      group by ${asked.by === 'month' ? key : `u.id, ${name}`}`,
  };
}
