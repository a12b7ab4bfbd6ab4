import { ALLOCATION, CERTIFICATE, INVOICE, PAYMENT } from '../../content-types/types';
import type { ReportScope } from './scope';

/*
 * Money belongs to no branch of itself: what it settles does. A payment over invoices of several branches is laid apart
 * by its allocations; what is laid on nothing stands with the head office, as its receipt does. So the branches add up
 * to the whole.
 */

const MONEY = ['amount', 'withheld', 'deduction'] as const;

/** The payments `p` that `where` says, one row for each branch they settled something of: `id`, `branch`, amounts. */
export function paymentsByBranch({ sql }: ReportScope, where: string): string {
  const p = sql.of(PAYMENT, 'p');
  const a = sql.of(ALLOCATION, 'a');
  const i = sql.of(INVOICE, 'i');
  const laid = {
    amount: sql.sum(`${a('cash')} + ${a('credit')}`),
    withheld: sql.sum(a('withheld')),
    deduction: sql.sum(a('deduction')),
  };
  const sums = MONEY.map((key) => `${laid[key]} as ${key}`).join(', ');
  const standing = `${sql.table(ALLOCATION, 'a')} join ${sql.table(PAYMENT, 'p')} on p.id = ${a('payment')}`;
  const rest = (key: (typeof MONEY)[number]): string => `${p(key)} - coalesce(s.${key}, 0)`;
  return `
    select p.id as id, ${i('branch')} as branch, ${sums}
    from ${standing} join ${sql.table(INVOICE, 'i')} on i.id = ${a('invoice')}
    where ${a('undone')} = false and ${where}
    group by p.id, ${i('branch')}
    union all
    select p.id, null, ${MONEY.map(rest).join(', ')}
    from ${sql.table(PAYMENT, 'p')}
    left join (select p.id as id, ${sums} from ${standing} where ${a('undone')} = false and ${where} group by p.id) s
      on s.id = p.id
    where ${where} and (${MONEY.map((key) => `${rest(key)} <> 0`).join(' or ')})`;
}

/**
 * Joins to certificates, whose payment stands in `payment`, a row `s` for each branch of what was withheld, and lays
 * amounts of a certificate apart in that proportion: each branch takes what falls below its own end of the whole, less
 * what falls below its beginning, so that no satang is lost between them.
 */
export function withheldByBranch(
  { sql, within }: ReportScope,
  payment: string,
): { join: string; part(what: string): string } {
  const a = sql.of(ALLOCATION, 'a');
  const i = sql.of(INVOICE, 'i');
  const h = sql.of(CERTIFICATE, 'h');
  const over = (order: string): string => `cast(sum(g.withheld) over (partition by g.payment ${order}) as bigint)`;
  const below = (what: string, end: string): string =>
    `(${what} / s.whole) * ${end} + ((${what} % s.whole) * ${end}) / s.whole`;
  return {
    join: `left join (
        select g.payment, g.branch, g.withheld, ${over('')} as whole, ${over('order by coalesce(g.branch, 0)')} as upto
        from (
          select ${a('payment')} as payment, ${i('branch')} as branch, ${sql.sum(a('withheld'))} as withheld
          from ${sql.table(ALLOCATION, 'a')} join ${sql.table(INVOICE, 'i')} on i.id = ${a('invoice')}
            join ${sql.table(CERTIFICATE, 'h')} on ${h('payment')} = ${a('payment')}
          where ${a('undone')} = false and ${a('withheld')} > 0 and ${h('state')} <> 'dropped' and ${within(h('paidOn'))}
          group by ${a('payment')}, ${i('branch')}
        ) g
      ) s on s.payment = ${payment}`,
    part: (what) => `case when s.whole is null or s.withheld = s.whole then ${what}
      else ${below(what, 's.upto')} - (${below(what, '(s.upto - s.withheld)')}) end`,
  };
}
