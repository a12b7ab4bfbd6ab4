import type { Platform, ReportAsked, ReportQuery } from '@sanya/strapi-plugin-platform/kit';
import { PAYMENT } from '../../content-types/types';
import { reportScope } from './scope';

/** Money that came in, by the day it came; what was reversed is not in it, nor what came to the books before. */
export async function moneyInReport(platform: Platform, asked: ReportAsked): Promise<ReportQuery> {
  const scope = await reportScope(platform, asked);
  const { sql } = scope;
  const p = sql.of(PAYMENT, 'p');
  const day = sql.day(p('receivedOn'));
  const month = sql.month(p('receivedOn'));
  const keys: Record<string, { select: string; group: string; order: string }> = {
    day: { select: `${day} as "on"`, group: p('receivedOn'), order: '"on"' },
    month: { select: `${month} as "month"`, group: month, order: '"month"' },
    method: { select: `${p('method')} as "method"`, group: p('method'), order: '"method"' },
    customer: {
      select: `c.id as "id", ${scope.customerName} as "customer"`,
      group: `c.id, ${scope.customerName}`,
      order: '"customer", "id"',
    },
  };
  const both = {
    select: `${day} as "on", ${p('method')} as "method"`,
    group: `${p('receivedOn')}, ${p('method')}`,
    order: '"on", "method"',
  };
  const key = keys[asked.by] ?? both;
  return {
    currency: scope.currency,
    bindings: scope.bindings,
    order: key.order,
    sql: `
      select ${key.select}, count(*) as "payments", ${sql.sum(p('amount'))} as "amount",
        ${sql.sum(p('withheld'))} as "withheld", ${sql.sum(p('deduction'))} as "deduction"
      from ${sql.table(PAYMENT, 'p')} ${asked.by === 'customer' ? scope.joinCustomer(p('customer')) : ''}
      where ${p('state')} = 'succeeded' and ${p('takenOverOn')} is null and ${scope.within(p('receivedOn'))} and ${scope.narrow(p, { branch: false })}
      group by ${key.group}`,
  };
}
