import type { Platform, ReportAsked, ReportQuery } from '@sanya/strapi-plugin-platform/kit';
import { ALLOCATION, CREDIT_NOTE, INVOICE, PAYMENT, REFUND } from '../../content-types/types';
import { isOffered } from '../offers';
import { type ReportScope, reportScope } from './scope';

/**
 * Whatever changed what a customer owes, each with its own date: above zero what they owe, below what settled it. What
 * was withheld, deducted or written off settles beside the money. What is only offered counts as far as it was paid. Of one
 * day, what is owed comes first.
 */
function entries(platform: Platform, { sql, narrow }: ReportScope): string {
  const i = sql.of(INVOICE, 'i');
  const p = sql.of(PAYMENT, 'p');
  const n = sql.of(CREDIT_NOTE, 'n');
  const a = sql.of(ALLOCATION, 'a');
  const f = sql.of(REFUND, 'f');
  const branch = { branch: false };
  const offered = isOffered(platform, 'i.id');
  const paid = (kind: string, day: string, states: string, place: number, sign: string): string => `
    select ${day}, ${place}, p.id, '${kind}', coalesce(${p('reference')}, ''), cast(null as date), ${sign}${p('amount')}
    from ${sql.table(PAYMENT, 'p')}
    where ${p('state')} in ${states} and ${p('amount')} > 0 and ${day} <= :to and ${narrow(p, branch)}`;
  const beside = (kind: string, attribute: string, place: number): string => `
    select ${a('allocatedOn')}, ${place}, a.id, '${kind}', ${i('number')}, cast(null as date), -${a(attribute)}
    from ${sql.table(ALLOCATION, 'a')} join ${sql.table(INVOICE, 'i')} on i.id = ${a('invoice')}
    where ${a('undone')} = false and ${a(attribute)} > 0 and ${a('allocatedOn')} <= :to and ${narrow(a, branch)}`;
  return [
    `select ${i('issuedOn')} as day, 1 as place, i.id as id, 'invoice' as entry, ${i('number')} as number,
      ${i('dueDate')} as due, ${i('total')} - case when ${offered} then ${i('amountDue')} else 0 end as amount
    from ${sql.table(INVOICE, 'i')}
    where ${i('state')} in ('open', 'paid', 'uncollectible') and ${i('issuedOn')} <= :to and ${narrow(i, branch)}
      and not (${offered} and ${i('amountDue')} = ${i('total')})`,
    paid('payment', p('receivedOn'), "('succeeded', 'reversed')", 2, '-'),
    paid('payment_reversed', p('reversedOn'), "('reversed')", 3, ''),
    beside('withheld', 'withheld', 4),
    beside('deduction', 'deduction', 5),
    beside('write_off', 'writeOff', 6),
    beside('deposit', 'deposited', 6),
    `select ${n('issuedOn')}, 7, n.id, 'credit_note', ${n('number')}, cast(null as date), -${n('total')}
    from ${sql.table(CREDIT_NOTE, 'n')}
    where ${n('state')} = 'issued' and ${n('issuedOn')} <= :to and ${narrow(n, branch)}`,
    `select ${f('sentOn')}, 8, f.id, 'refund', ${f('number')}, cast(null as date), ${f('amount')}
    from ${sql.table(REFUND, 'f')}
    where ${f('state')} in ('sent', 'confirmed') and ${f('sentOn')} <= :to and ${narrow(f, branch)}`,
  ].join(' union all ');
}

/** A customer's statement: what was owed before, what happened, and what is owed at the end of the last day. */
export async function statementReport(platform: Platform, asked: ReportAsked): Promise<ReportQuery> {
  const scope = await reportScope(platform, asked);
  const { sql } = scope;
  const balance = (entry: string, day: string, place: number, where: string): string => `
    select ${sql.text(day)} as "on", ${place} as "place", 0 as "id", '${entry}' as "entry", '' as "number",
      ${sql.text('null')} as "due", 0 as "debit", 0 as "credit", ${sql.sum('e.amount')} as "balance"
    from (${entries(platform, scope)}) e where ${where}`;
  return {
    currency: scope.currency,
    bindings: scope.bindings,
    order: '"on", "place", "id"',
    sql: `
      ${balance('opening', ':from', 0, 'e.day < :from')}
      union all
      select * from (
        select ${sql.day('r.day')} as "on", r.place as "place", r.id as "id", r.entry as "entry", r.number as "number",
          ${sql.day('r.due')} as "due", case when r.amount > 0 then r.amount else 0 end as "debit",
          case when r.amount < 0 then -r.amount else 0 end as "credit", cast(r.balance as bigint) as "balance"
        from (
          select e.*, sum(e.amount) over (order by e.day, e.place, e.id) as balance from (${entries(platform, scope)}) e
        ) r where r.day >= :from
      ) moved
      union all
      ${balance('closing', ':to', 9, '1 = 1')}`,
  };
}
