import { addDays } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform, ReportAsked, ReportQuery } from '@sanya/strapi-plugin-platform/kit';
import { ALLOCATION, INVOICE } from '../../content-types/types';
import { isOffered } from '../offers';
import { reportScope } from './scope';

const EVENT = 'plugin::platform.event';

/**
 * What was owed at the end of a day, by how many days it was past due; what is only offered is owed by nobody. An invoice counts from its own date, a settlement
 * from its date until it was undone. What was given up as uncollectible is no receivable from that day until it is asked
 * for again: the log knows when that was, the invoice itself only how it stands now.
 */
export async function receivablesReport(platform: Platform, asked: ReportAsked): Promise<ReportQuery> {
  const scope = await reportScope(platform, asked);
  const { sql } = scope;
  const i = sql.of(INVOICE, 'i');
  const a = sql.of(ALLOCATION, 'a');
  const e = sql.of(EVENT, 'e');
  const open = `
    select ${i('number')} as number, ${i('issuedOn')} as issued, ${i('dueDate')} as due, ${i('customer')} as customer,
      ${i('total')} - coalesce(s.amount, 0) as open
    from ${sql.table(INVOICE, 'i')}
    left join (
      select ${a('invoice')} as invoice, ${sql.sum(a('amount'))} as amount from ${sql.table(ALLOCATION, 'a')}
      where ${a('allocatedOn')} <= :to and (${a('undone')} = false or ${a('undoneAt')} >= :after)
      group by ${a('invoice')}
    ) s on s.invoice = i.id
    where (${i('state')} in ('open', 'paid', 'uncollectible') or (${i('state')} = 'void' and ${i('voidedAt')} >= :after))
      and not ${isOffered(platform, 'i.id')}
      and ${i('issuedOn')} <= :to and ${scope.narrow(i, { branch: true })}
      and i.id not in (
        select g.invoice from (
          select ${e('subjectId')} as invoice, ${e('name')} as name,
            row_number() over (partition by ${e('subjectId')} order by e.id desc) as place
          from ${sql.table(EVENT, 'e')}
          where ${e('name')} in ('invoice.written_off', 'invoice.reopened') and ${e('subjectType')} = '${INVOICE}'
            and ${e('at')} < :after
        ) g where g.place = 1 and g.name = 'invoice.written_off')`;
  const part = (from: string | undefined, until: string | undefined): string => {
    const conditions = [from && `x.due >= ${from}`, until && `x.due < ${until}`].filter(Boolean).join(' and ');
    return sql.sum(`case when ${conditions} then x.open else 0 end`);
  };
  const byInvoice = asked.by === 'invoice';
  const key = byInvoice ? 'x.number, x.issued, x.due, ' : '';
  return {
    currency: scope.currency,
    bindings: {
      ...scope.bindings,
      after: sql.startOf(addDays(asked.to, 1)),
      d30: addDays(asked.to, -30),
      d60: addDays(asked.to, -60),
      d90: addDays(asked.to, -90),
    },
    order: byInvoice ? '"due", "number"' : '"customer", "id"',
    sql: `
      select c.id as "id", ${scope.customerName} as "customer", ${scope.customerTaxId} as "taxId",
        ${byInvoice ? `x.number as "number", ${sql.day('x.issued')} as "on", ${sql.day('x.due')} as "due",` : ''}
        ${part(':to', undefined)} as "current", ${part(':d30', ':to')} as "past30", ${part(':d60', ':d30')} as "past60",
        ${part(':d90', ':d60')} as "past90", ${part(undefined, ':d90')} as "older", ${sql.sum('x.open')} as "open"
      from (${open}) x ${scope.joinCustomer('x.customer')}
      where x.open <> 0
      group by ${key}c.id, ${scope.customerName}, ${scope.customerTaxId}`,
  };
}
