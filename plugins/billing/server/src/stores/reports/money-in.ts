import type { Platform, ReportAsked, ReportQuery } from '@sanya/strapi-plugin-platform/kit';
import { PAYMENT } from '../../content-types/types';
import { paymentsByBranch } from './branch-parts';
import { reportScope } from './scope';

/** What the rows stand for. */
interface Key {
  select: string;
  group: string;
  order: string;
  join?: string;
}

/**
 * Money that came in, by the day it came; what was reversed is not in it, nor what came to the books before. Where
 * branches are asked for, each has its part of a payment.
 */
export async function moneyInReport(platform: Platform, asked: ReportAsked): Promise<ReportQuery> {
  const scope = await reportScope(platform, asked);
  const { sql } = scope;
  const p = sql.of(PAYMENT, 'p');
  const day = sql.day(p('receivedOn'));
  const month = sql.month(p('receivedOn'));
  const keys: Record<string, Key> = {
    day: { select: `${day} as "on"`, group: p('receivedOn'), order: '"on"' },
    month: { select: `${month} as "month"`, group: month, order: '"month"' },
    method: { select: `${p('method')} as "method"`, group: p('method'), order: '"method"' },
    branch: {
      select: `${scope.branchCode} as "branch", ${scope.branchName} as "branchName"`,
      group: `${scope.branchCode}, ${scope.branchName}`,
      order: '"branch", "branchName"',
      join: scope.joinBranch('s.branch'),
    },
    customer: {
      select: `c.id as "id", ${scope.customerName} as "customer"`,
      group: `c.id, ${scope.customerName}`,
      order: '"customer", "id"',
      join: scope.joinCustomer(p('customer')),
    },
  };
  const both: Key = {
    select: `${day} as "on", ${p('method')} as "method"`,
    group: `${p('receivedOn')}, ${p('method')}`,
    order: '"on", "method"',
  };
  const key = keys[asked.by] ?? both;
  const where = `${p('state')} = 'succeeded' and ${p('takenOverOn')} is null and ${scope.within(p('receivedOn'))}
    and ${scope.narrow(p, { branch: false })}`;
  const apart = asked.by === 'branch' || asked.branch !== undefined;
  const amount = (of: 'amount' | 'withheld' | 'deduction'): string => sql.sum(apart ? `s.${of}` : p(of));
  return {
    currency: scope.currency,
    bindings: scope.bindings,
    order: key.order,
    sql: `
      select ${key.select}, count(distinct p.id) as "payments", ${amount('amount')} as "amount",
        ${amount('withheld')} as "withheld", ${amount('deduction')} as "deduction"
      from ${sql.table(PAYMENT, 'p')} ${apart ? `join (${paymentsByBranch(scope, where)}) s on s.id = p.id` : ''}
        ${key.join ?? ''}
      where ${apart ? scope.ofBranch('s.branch') : where}
      group by ${key.group}`,
  };
}
