import { addDays, type CivilDate, compareInstants } from '@sanya/strapi-plugin-platform/kernel';
import { type Platform, reportSql } from '@sanya/strapi-plugin-platform/kit';
import { CHEQUE, CHEQUE_LINE, INVOICE, PAYMENT, PAYMENT_METHOD } from '../content-types/types';
import { IN_HAND } from '../domain/cheque';

/** A try of an invoice that was charged by itself. */
export interface StoredTry {
  id: number;
  invoice: number;
  paymentMethod: number;
  attempt: number;
  retryOn: CivilDate | null;
  at: string;
}

interface TryRow {
  invoice: number;
  paymentMethod: number;
  debitAttempt: number;
  debitRetryOn: CivilDate | null;
  submittedAt: string;
}

/** All tries of invoices of customers, the first of each invoice first. */
export async function debitTries(
  platform: Platform,
  narrow: { customers: readonly number[] } | { invoices: readonly number[] },
): Promise<StoredTry[]> {
  const [attribute, ids] = 'customers' in narrow ? ['customer', narrow.customers] : ['invoice', narrow.invoices];
  const rows = await platform.rows.find<TryRow>(
    PAYMENT,
    (query, column) =>
      void query
        .whereIn(column(attribute), [...ids])
        .whereNotNull(column('debitAttempt'))
        .orderBy([column('invoice'), column('debitAttempt')]),
    { fields: ['invoice', 'paymentMethod', 'debitAttempt', 'debitRetryOn', 'submittedAt'] },
  );
  return rows.map(({ id, invoice, paymentMethod, debitAttempt, debitRetryOn, submittedAt }) => ({
    ...{ id, invoice, paymentMethod },
    ...{ attempt: debitAttempt, retryOn: debitRetryOn, at: submittedAt },
  }));
}

/** Those with a card, since its holder agreed. */
export const triesWith = (
  { id, autoDebitSince }: { id: number; autoDebitSince: string | null },
  tries: readonly StoredTry[],
): StoredTry[] =>
  tries.filter(
    ({ paymentMethod, at }) =>
      paymentMethod === id && autoDebitSince !== null && compareInstants(at, autoDebitSince) >= 0,
  );

/**
 * SQL of open invoices `i` with a card `m` that is charged by itself, for which no other money is on its way. What was
 * charged and went back is never charged anew.
 */
function chargeable(platform: Platform): string {
  const sql = reportSql(platform);
  const [i, m, w] = [sql.of(INVOICE, 'i'), sql.of(PAYMENT_METHOD, 'm'), sql.of(PAYMENT, 'w')];
  const [q, l] = [sql.of(CHEQUE, 'q'), sql.of(CHEQUE_LINE, 'l')];
  return `${sql.table(INVOICE, 'i')} join ${sql.table(PAYMENT_METHOD, 'm')} on ${m('customer')} = ${i('customer')}
    where ${i('state')} = 'open' and ${i('amountDue')} > 0
      and ${m('autoDebitSince')} is not null and ${m('declinedAt')} is null and ${m('gateway')} = :gateway
      and not exists (select 1 from ${sql.table(PAYMENT, 'w')} where ${w('invoice')} = i.id
        and (${w('state')} in ('initiated', 'pending', 'unknown', 'to_check', 'submitted')
          or (${w('debitAttempt')} is not null and ${w('state')} <> 'failed')))
      and not exists (select 1 from ${sql.table(CHEQUE_LINE, 'l')} join ${sql.table(CHEQUE, 'q')} on q.id = ${l('cheque')}
        where ${l('invoice')} = i.id and ${q('state')} in (${IN_HAND.map((state) => `'${state}'`).join(', ')}))`;
}

/** SQL of the tries `t` of an invoice `i` with its card `m`, since its holder agreed. */
function triesOf(platform: Platform): string {
  const sql = reportSql(platform);
  const [m, t] = [sql.of(PAYMENT_METHOD, 'm'), sql.of(PAYMENT, 't')];
  return `from ${sql.table(PAYMENT, 't')} where ${t('invoice')} = i.id and ${t('debitAttempt')} is not null
    and ${t('paymentMethod')} = m.id and ${t('submittedAt')} >= ${m('autoDebitSince')}`;
}

/**
 * Invoices that may be charged on a day, in the order of their ids after one; under its customer's lock the domain says
 * whether they are.
 */
export async function invoicesToDebit(
  platform: Platform,
  { gateway, days, on, after, most }: { gateway: string; days: number; on: CivilDate; after: number; most: number },
): Promise<number[]> {
  const sql = reportSql(platform);
  const [i, t] = [sql.of(INVOICE, 'i'), sql.of(PAYMENT, 't')];
  const found = await platform.rows.ask(
    `select distinct i.id as "id" from ${chargeable(platform)} and ${i('dueDate')} <= :due and i.id > :after
      and not exists (select 1 ${triesOf(platform)} and (${t('debitRetryOn')} is null or ${t('debitRetryOn')} > :on))
    order by 1 limit :most`,
    { gateway, due: addDays(on, -days), on, after, most },
  );
  return found.map(({ id }) => Number(id));
}

/** SQL of those invoices that were neither tried nor told of. */
function untold(platform: Platform): string {
  const i = reportSql(platform).of(INVOICE, 'i');
  return `${chargeable(platform)} and ${i('debitToldOn')} is null and not exists (select 1 ${triesOf(platform)})`;
}

/** Invoices whose customers may have to be told that they are charged, of those due until a day, after an id. */
export async function invoicesToAnnounce(
  platform: Platform,
  { gateway, due, after, most }: { gateway: string; due: CivilDate; after: number; most: number },
): Promise<number[]> {
  const i = reportSql(platform).of(INVOICE, 'i');
  const found = await platform.rows.ask(
    `select distinct i.id as "id" from ${untold(platform)} and ${i('dueDate')} <= :due and i.id > :after
    order by 1 limit :most`,
    { gateway, due, after, most },
  );
  return found.map(({ id }) => Number(id));
}

/** The first due date of an invoice whose customer is to be told that it is charged; undefined where there is none. */
export async function firstToAnnounce(platform: Platform, gateway: string): Promise<CivilDate | undefined> {
  const sql = reportSql(platform);
  const due = sql.day(`min(${sql.of(INVOICE, 'i')('dueDate')})`);
  const [row] = await platform.rows.ask(`select ${due} as "due" from ${untold(platform)}`, { gateway });
  return typeof row?.due === 'string' ? row.due : undefined;
}

/** The first day on which any invoice is to be charged; undefined where none is. */
export async function firstToDebit(
  platform: Platform,
  { gateway, days }: { gateway: string; days: number },
): Promise<CivilDate | undefined> {
  const sql = reportSql(platform);
  const [i, t] = [sql.of(INVOICE, 'i'), sql.of(PAYMENT, 't')];
  const [row] = await platform.rows.ask(
    `select ${sql.day('min(case when x.tries = 0 then x.due end)')} as "due",
        ${sql.day('min(case when x.tries > 0 and x.dated = x.tries then x.retry end)')} as "retry"
      from (select ${i('dueDate')} as due, (select count(*) ${triesOf(platform)}) as tries,
        (select count(${t('debitRetryOn')}) ${triesOf(platform)}) as dated,
        (select max(${t('debitRetryOn')}) ${triesOf(platform)}) as retry
        from ${chargeable(platform)}) x`,
    { gateway },
  );
  const first = typeof row?.due === 'string' ? [addDays(row.due, days)] : [];
  const retry = typeof row?.retry === 'string' ? [row.retry] : [];
  return [...first, ...retry].sort()[0];
}

/** Cards charged by themselves whose holders were not told yet that they end, of those that end until a month. */
export const cardsEnding = (
  platform: Platform,
  { until, most }: { until?: { year: number; month: number }; most: number },
): Promise<{ id: number; customer: number; expiryMonth: number; expiryYear: number }[]> =>
  platform.rows.find(
    PAYMENT_METHOD,
    (query, column) => {
      query
        .whereNotNull(column('autoDebitSince'))
        .whereNull(column('expiryToldOn'))
        .orderBy([column('expiryYear'), column('expiryMonth'), column('id')])
        .limit(most);
      if (until !== undefined) {
        query.where((either) => {
          void either.where(column('expiryYear'), '<', until.year).orWhere((same) => {
            void same.where(column('expiryYear'), until.year).where(column('expiryMonth'), '<=', until.month);
          });
        });
      }
    },
    { fields: ['customer', 'expiryMonth', 'expiryYear'] },
  );
