import { notFound } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform, Ref, ReportQuery } from '@sanya/strapi-plugin-platform/kit';
import { CUSTOMER, CUSTOMER_STATEMENT } from '../content-types/types';
import { AGES, type CustomerStatement, type StatementEntry, type StatementPeriod } from '../domain/customer-statement';
import { readCustomers, readSellers } from './parties';
import { receivablesReport } from './reports/receivables';
import { statementReport } from './reports/statement';

type Row = Record<string, string>;

/** The rows of a report; what is counted travels as text, for drivers would make floats of it. */
async function rowsOf(
  platform: Platform,
  { sql, bindings, order }: ReportQuery,
  texts: readonly string[],
  amounts: readonly string[],
): Promise<Row[]> {
  const columns = [
    ...texts.map((key) => `r."${key}"`),
    ...amounts.map((key) => `cast(r."${key}" as text) as "${key}"`),
  ];
  const knex = await platform.rows.knex();
  const result: unknown = await knex.raw(`select ${columns.join(', ')} from (${sql}) r order by ${order}`, bindings);
  return Array.isArray(result) ? (result as Row[]) : (result as { rows: Row[] }).rows;
}

/** How a customer stood on the first and the last day of a period, and what happened between. */
export async function readStatement(
  platform: Platform,
  { id, documentId }: Ref,
  period: StatementPeriod,
): Promise<CustomerStatement> {
  const currency = await platform.currency.own();
  const asked = { customer: documentId, currency };
  const [first, ...moved] = await rowsOf(
    platform,
    await statementReport(platform, { ...asked, ...period, by: 'entry' }),
    ['on', 'entry', 'number'],
    ['debit', 'credit', 'balance'],
  );
  const last = moved.pop();
  const [aged] = await rowsOf(
    platform,
    await receivablesReport(platform, { ...asked, from: period.to, to: period.to, by: 'customer' }),
    [],
    AGES,
  );
  const buyer = (await readCustomers(platform, [id])).get(id)?.buyer;
  const [customer] = await platform.rows.byIds<{ code: string }>(CUSTOMER, [id], { fields: ['code'] });
  if (!buyer || !customer) throw notFound('invoice.customer_unknown');
  return {
    ...period,
    ...{ code: customer.code, currency, madeOn: platform.clock.today() },
    opening: first?.balance ?? '0',
    closing: last?.balance ?? '0',
    entries: moved as unknown as StatementEntry[],
    ageing: Object.fromEntries(AGES.map((age) => [age, aged?.[age] ?? '0'])) as CustomerStatement['ageing'],
    seller: (await readSellers(platform, [null]))(null),
    buyer,
  };
}

export interface SentStatement extends Ref {
  customer: number;
  content: CustomerStatement;
  sentTo: string;
}

/** Keeps a statement as it is sent. */
export async function writeStatement(
  platform: Platform,
  customer: number,
  { content, sentTo }: Pick<SentStatement, 'content' | 'sentTo'>,
): Promise<Ref> {
  const [ref] = await platform.rows.insert(CUSTOMER_STATEMENT, [
    {
      ...{ customer, currency: content.currency, fromDay: content.from, toDay: content.to },
      ...{ closing: BigInt(content.closing), content, sentTo },
      ...{ sentAt: platform.clock.now(), sentBy: platform.caller().key },
    },
  ]);
  if (!ref) throw new Error('A statement was not written');
  return ref;
}

export async function sentStatement(platform: Platform, id: number): Promise<SentStatement | undefined> {
  const [row] = await platform.rows.byIds<SentStatement>(CUSTOMER_STATEMENT, [id]);
  return row;
}
