import { type CivilDate, dateIn } from '@sanya/strapi-plugin-platform/kernel';
import { type Platform, reportSql } from '@sanya/strapi-plugin-platform/kit';
import { ALLOCATION, CUSTOMER, DUNNING_NOTICE, INVOICE } from '../../content-types/types';
import type { Notice } from '../../domain/dunning/policy';
import type { PastInvoice } from '../../domain/dunning/rehearsal';
import type { Taken } from '../../domain/dunning/rehearsal-tally';
import { customersOf } from './due';
import {
  givenUpOn,
  PAST_FIELDS,
  pastNotices,
  type PastNotice,
  pastPauses,
  type PastRow,
  type Settlement,
  settlementsOf,
} from './past-rows';

type ForClass = Parameters<typeof customersOf>[1];

/** Invoices that may have been asked for in a number of days: due near them, and open in them or after. */
export interface PastDays {
  from: CivilDate;
  to: CivilDate;
  /** Due dates, of the first and the last step that can fall on one of the days. */
  dueFrom: CivilDate;
  dueTo: CivilDate;
}

/** Late fees are left out: those of a policy that is tried were never charged. */
function relevant(platform: Platform): string {
  const sql = reportSql(platform);
  const [i, a] = [sql.of(INVOICE, 'i'), sql.of(ALLOCATION, 'a')];
  return `${i('dueDate')} between :dueFrom and :dueTo and ${i('issuedOn')} <= :to
    and coalesce(${i('sourceType')}, '') <> '${DUNNING_NOTICE}' and (${i('state')} in ('open', 'uncollectible')
      or (${i('state')} = 'void' and ${i('voidedAt')} >= :start)
      or (${i('state')} = 'paid' and exists (select 1 from ${sql.table(ALLOCATION, 'a')}
        where ${a('invoice')} = i.id and ${a('allocatedOn')} >= :from)))`;
}

const idsOf = (found: readonly { id: number }[]): number[] => found.map(({ id }) => Number(id));

const bindingsOf = (platform: Platform, days: PastDays) => ({ ...days, start: reportSql(platform).startOf(days.from) });

/** Customers of a policy with such invoices, in the order of their ids after one. */
export async function customersInPast(
  platform: Platform,
  { policy, others, after, most }: { policy: ForClass; others: readonly ForClass[]; after: number; most: number },
  days: PastDays,
): Promise<number[]> {
  const sql = reportSql(platform);
  const i = sql.of(INVOICE, 'i');
  return idsOf(
    await platform.rows.ask(
      `select distinct ${i('customer')} as "id"
      from ${sql.table(INVOICE, 'i')} join ${sql.table(CUSTOMER, 'c')} on c.id = ${i('customer')}
      where ${relevant(platform)} and ${customersOf(platform, policy, others)} and ${i('customer')} > :after
      order by 1 limit :most`,
      { ...bindingsOf(platform, days), after, most },
    ),
  );
}

/** The past of a customer: invoices as they were day after day, and what was done with them in the days looked at. */
export interface CustomerPast {
  invoices: PastInvoice[];
  taken: Taken[];
}

/** The past of customers, by row id; a constant number of statements. */
export async function pastOf(
  platform: Platform,
  customers: readonly number[],
  days: PastDays,
): Promise<Map<number, CustomerPast>> {
  const { rows } = platform;
  const i = reportSql(platform).of(INVOICE, 'i');
  const found = idsOf(
    await rows.ask(
      `select i.id as "id" from ${reportSql(platform).table(INVOICE, 'i')}
      where ${relevant(platform)} and ${i('customer')} in (${customers.map(Number).join(', ')})`,
      bindingsOf(platform, days),
    ),
  );
  const invoices = await rows.byIds<PastRow>(INVOICE, found, { fields: PAST_FIELDS });
  const [settled, notices, given] = [
    groups(await settlementsOf(platform, found), ({ invoice }) => invoice),
    groups(await pastNotices(platform, found), ({ invoice }) => invoice),
    await givenUpOn(platform, invoices),
  ];
  const pauses = await pastPauses(platform, customers);
  const contacted = new Set<string>();
  const past = new Map<number, CustomerPast>(customers.map((id) => [id, { invoices: [], taken: [] }]));
  for (const invoice of invoices) {
    const told = notices.get(invoice.id) ?? [];
    const own = past.get(invoice.customer);
    const byDunning = told.some(({ action }) => action === 'write_off');
    own?.invoices.push({
      ...{ id: invoice.id, currency: invoice.currency, issuedOn: invoice.issuedOn, dueDate: invoice.dueDate },
      owed: owedOf(invoice, settled.get(invoice.id) ?? []),
      goneOn: invoice.voidedAt
        ? dateIn(platform.clock.zone(), invoice.voidedAt)
        : byDunning
          ? null
          : (given.get(invoice.id) ?? null),
      notices: told.filter(({ takenOn }) => takenOn < days.from).map(noticeOf),
      pauses: pauses
        .filter((one) => (one.invoice === null ? one.customer === invoice.customer : one.invoice === invoice.id))
        .map(({ from, until, endedOn }) => ({ from, until, endedOn })),
    });
    for (const notice of told) {
      if (notice.takenOn < days.from || notice.state !== 'told') continue;
      const contact = `${invoice.customer} ${notice.takenOn}`;
      own?.taken.push(takenOf(notice, notice.channel !== 'none' && !contacted.has(contact)));
      if (notice.channel !== 'none') contacted.add(contact);
    }
  }
  return past;
}

function groups<Row>(list: readonly Row[], by: (row: Row) => number): Map<number, Row[]> {
  const found = new Map<number, Row[]>();
  for (const row of list) {
    const group = found.get(by(row));
    if (group) group.push(row);
    else found.set(by(row), [row]);
  }
  return found;
}

const noticeOf = ({ step, day, takenOn, state, warned }: PastNotice): Notice => ({
  ...{ step, day, on: takenOn, overtaken: state === 'overtaken', warned },
});

/** The first that was told on a day counts as the contact: a late fee may have led it. */
const takenOf = ({ currency, fee, action }: PastNotice, leads: boolean): Taken => ({
  ...{ currency, leads, fee, actions: action === 'none' ? [] : [action] },
});

/** What was owed from each day on. */
function owedOf({ issuedOn, total }: PastRow, settled: readonly Settlement[]): PastInvoice['owed'] {
  const turns = [
    ...settled.map(({ allocatedOn, amount }) => ({ on: allocatedOn, by: -amount })),
    ...settled.flatMap(({ undoneOn, amount }) => (undoneOn === null ? [] : [{ on: undoneOn, by: amount }])),
  ].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  const owed = [{ on: issuedOn, amount: total }];
  let amount = total;
  for (const { on, by } of turns) {
    amount += by;
    owed.push({ on, amount });
  }
  return owed;
}
