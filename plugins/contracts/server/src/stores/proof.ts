import type { CivilDate } from '@sanya/strapi-plugin-platform/kernel';
import type { Rows } from '@sanya/strapi-plugin-platform/kit';
import { BILLING_PERIOD, CONTRACT, CONTRACT_LINE, INVOICE, SUSPENSION } from '../content-types/types';
import type { CycleUnit } from '../domain/cycle';

/** No period of these is shorter, in days. */
const SHORTEST: Record<CycleUnit, number> = { day: 1, week: 7, month: 28, quarter: 89, half_year: 181, year: 365 };

interface Named {
  document: string;
  contract: string;
}
export type Overdue = Named & { on: CivilDate };
export type TwiceBilled = Named & { line: string; from: CivilDate; to: CivilDate };
export interface CoverageHole {
  contractId: number;
  lineId: number;
  since: CivilDate | null;
  from: CivilDate;
  to: CivilDate;
}

/** What must be true of contracts, each as one statement that finds the rows where it is not, or may not be. */
export const proofStore = (rows: Rows) => {
  const table = (uid: string): string => `"${rows.table(uid)}"`;
  const of = (alias: string, uid: string) => (attribute: string) => `${alias}."${rows.column(uid, attribute)}"`;
  const c = of('c', CONTRACT);
  const l = of('l', CONTRACT_LINE);
  const p = of('p', BILLING_PERIOD);
  const i = of('i', INVOICE);
  const s = of('s', SUSPENSION);
  const isPostgres = rows.dialect === 'postgres';
  const date = isPostgres ? 'cast(? as date)' : '?';
  const plus = (day: string, days: string): string =>
    isPostgres ? `(${day} + cast(${days} as integer))` : `date(${day}, (${days}) || ' days')`;
  const least = (...days: string[]): string => `${isPostgres ? 'least' : 'min'}(${days.join(', ')})`;
  const text = (day: string): string => (isPostgres ? `to_char(${day}, 'YYYY-MM-DD')` : day);
  const billed = `${p('state')} = 'billed'`;
  const overdue = `${i('state')} in ('open', 'uncollectible') and ${i('dueDate')} < ${date}`;
  const covered = `coalesce(max(${p('endsOn')}), ${plus(l('startsOn'), '-1')})`;

  async function all<Row>(sql: string, bindings: readonly (string | number)[] = []): Promise<Row[]> {
    return rows.ask<Row>(sql, [...bindings]);
  }

  return {
    /** Running contracts that a run should have billed before today, and that nobody set aside or holds. */
    overdue: (today: CivilDate): Promise<Overdue[]> =>
      all(
        `select ${c('documentId')} as document, ${c('number')} as contract, ${text(c('nextBillOn'))} as "on"
         from ${table(CONTRACT)} c
         where ${c('state')} = 'active' and ${c('parkedAt')} is null and ${c('nextBillOn')} < ${date}
           and (${c('heldUntil')} is null or ${c('heldUntil')} < ${date})`,
        [today, today],
      ),

    /**
     * Running contracts of which nothing is said to be due, and of whose lines the billed periods end too early or have
     * numbers between them: whether that is as it should be, their terms say.
     */
    async doubtful(today: CivilDate): Promise<number[]> {
      const shortest = Object.entries(SHORTEST)
        .map(([unit, days]) => `when '${unit}' then ${days}`)
        .join(' ');
      const found = await all<{ id: number }>(
        `select distinct x.contract_id as id from (
           select c.id as contract_id, ${l('billedIn')} as billed_in, ${l('alignment')} as alignment,
             ${l('endsOn')} as line_ends,
             ${plus(covered, `${l('cycleCount')} * case ${l('cycleUnit')} ${shortest} end`)} as ends,
             ${covered} as covered,
             ${least(plus(date, l('leadDays')), `coalesce(${l('endsOn')}, ${plus(date, l('leadDays'))})`)} as ahead,
             ${least(plus(date, '-1'), `coalesce(${l('endsOn')}, ${plus(date, '-1')})`)} as past,
             count(p.id) as periods, coalesce(max(${p('periodNumber')}), -1) as highest,
             case when ${l('countedFrom')} is null then 0 else coalesce(min(${p('periodNumber')}), 0) end as lowest
           from ${table(CONTRACT)} c
           join ${table(CONTRACT_LINE)} l on ${l('contract')} = c.id and ${l('startsOn')} is not null
           left join ${table(BILLING_PERIOD)} p on ${p('line')} = l.id and ${billed}
           where ${c('state')} = 'active' and ${c('parkedAt')} is null
             and (${c('nextBillOn')} is null or ${c('nextBillOn')} > ${date})
           group by c.id, l.id, ${l('billedIn')}, ${l('alignment')}, ${l('startsOn')}, ${l('endsOn')},
             ${l('leadDays')}, ${l('cycleCount')}, ${l('cycleUnit')}, ${l('countedFrom')}
         ) x
         where x.periods <= x.highest - x.lowest
           or (x.billed_in = 'advance' and x.covered < x.ahead)
           or (x.billed_in = 'arrears' and x.covered < x.past
             and (x.ends < ${date} or x.line_ends < ${date} or (x.periods = 0 and x.alignment = 'calendar')))
         order by id`,
        [today, today, today, today, today, today, today],
      );
      return found.map(({ id }) => Number(id));
    },

    /** Billed periods of a line that have days of one before. */
    twice: (): Promise<TwiceBilled[]> =>
      all(
        `select x.document, ${c('number')} as contract, ${l('description')} as line, ${text('x.starts_on')} as "from",
           ${text('x.ends_on')} as "to"
         from (
           select ${p('documentId')} as document, ${p('contract')} as contract_id, ${p('line')} as line_id,
             ${p('startsOn')} as starts_on, ${p('endsOn')} as ends_on,
             max(${p('endsOn')}) over (
               partition by ${p('line')} order by ${p('startsOn')}, p.id rows between unbounded preceding and 1 preceding
             ) as covered
           from ${table(BILLING_PERIOD)} p where ${billed}
         ) x
         join ${table(CONTRACT)} c on c.id = x.contract_id
         join ${table(CONTRACT_LINE)} l on l.id = x.line_id
         where x.covered >= x.starts_on`,
      ),

    /** Days between billed periods of running contracts that follow each other by number. */
    holes: (): Promise<CoverageHole[]> =>
      all(
        `select x.contract_id as "contractId", x.line_id as "lineId", ${text('x.since')} as since,
           ${text(plus('x.covered', '1'))} as "from", ${text(plus('x.starts_on', '-1'))} as "to"
         from (
           select c.id as contract_id, l.id as line_id, ${p('startsOn')} as starts_on, ${p('periodNumber')} as place,
             lag(${p('startsOn')}) over (partition by l.id order by ${p('periodNumber')}) as since,
             coalesce(
               lag(${p('endsOn')}) over (partition by l.id order by ${p('periodNumber')}),
               ${plus(l('startsOn'), '-1')}) as covered,
             coalesce(lag(${p('periodNumber')}) over (partition by l.id order by ${p('periodNumber')}), -1) as prior
           from ${table(BILLING_PERIOD)} p
           join ${table(CONTRACT_LINE)} l on l.id = ${p('line')} and ${l('startsOn')} is not null
           join ${table(CONTRACT)} c on c.id = ${p('contract')} and ${c('state')} = 'active'
           where ${billed}
         ) x
         where x.prior = x.place - 1 and x.starts_on > ${plus('x.covered', '1')}`,
      ),

    /** Billed periods on an invoice that nobody owes. */
    onVoid: (): Promise<(Named & { from: CivilDate; invoice: string })[]> =>
      all(
        `select ${p('documentId')} as document, ${c('number')} as contract, ${text(p('startsOn'))} as "from",
           ${i('number')} as invoice
         from ${table(BILLING_PERIOD)} p
         join ${table(INVOICE)} i on i.id = ${p('invoice')} and ${i('state')} in ('void', 'discarded')
         join ${table(CONTRACT)} c on c.id = ${p('contract')}
         where ${billed}`,
      ),

    /** Contracts that are off for debt though no invoice that bills them is overdue. */
    suspendedThoughPaid: (today: CivilDate): Promise<(Named & { from: CivilDate })[]> =>
      all(
        `select ${s('documentId')} as document, ${c('number')} as contract, ${text(s('startsOn'))} as "from"
         from ${table(SUSPENSION)} s
         join ${table(CONTRACT)} c on c.id = ${s('contract')} and ${c('state')} = 'active'
         where ${s('cause')} = 'debt' and ${s('resumesOn')} is null and ${s('startsOn')} <= ${date}
           and not exists (select 1 from ${table(INVOICE)} i where i.id = ${c('invoice')} and ${overdue})
           and not exists (
             select 1 from ${table(BILLING_PERIOD)} p join ${table(INVOICE)} i on i.id = ${p('invoice')}
             where ${p('contract')} = c.id and ${billed} and ${overdue})`,
        [today, today, today],
      ),
  };
};
