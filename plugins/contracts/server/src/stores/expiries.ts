import type { CivilDate } from '@sanya/strapi-plugin-platform/kernel';
import { type Platform, reportSql } from '@sanya/strapi-plugin-platform/kit';
import { CONTRACT, CUSTOMER, INVOICE, RENEWAL, RENEWAL_NOTICE } from '../content-types/types';
import type { RenewalState } from '../domain/renewal-machine';

export interface ExpiryAsked {
  from: CivilDate;
  to: CivilDate;
  /** Id of the admin user who looks after the customer. */
  owner?: number;
  /** Those that end last first. */
  lastFirst?: boolean;
}

/** Some of them: those that follow one, in the order asked. */
export interface ExpiryPage {
  most: number;
  after?: Pick<Expiry, 'endsOn' | 'id'>;
}

export interface Expiry {
  id: number;
  documentId: string;
  number: string;
  serviceId: string | null;
  state: string;
  currency: string;
  autoRenew: boolean;
  endsOn: CivilDate;
  customer: number;
  customerDocumentId: string;
  customerName: string;
  owner: number | null;
  renewal: string | null;
  renewalState: RenewalState | null;
  notices: number;
  lastNoticeOn: CivilDate | null;
  price: string | null;
  problem: string | null;
  invoice: string | null;
  invoiceNumber: string | null;
  invoiceState: string | null;
}

const textOf = (value: unknown): string | null => (value === null || value === undefined ? null : String(value));

/** Contracts that end in these days, or have lapsed in them, with what is known of their renewal: one statement. */
export async function expiries(
  platform: Platform,
  { from, to, owner, lastFirst = false }: ExpiryAsked,
  { most, after }: ExpiryPage,
): Promise<Expiry[]> {
  const sql = reportSql(platform);
  const [beyond, order] = lastFirst ? ['<', ' desc'] : ['>', ''];
  const [c, u, r] = [sql.of(CONTRACT, 'c'), sql.of(CUSTOMER, 'u'), sql.of(RENEWAL, 'r')];
  const [i, n] = [sql.of(INVOICE, 'i'), sql.of(RENEWAL_NOTICE, 'n')];
  const found = await platform.rows.ask(
    `select c.id as "id", ${c('documentId')} as "documentId", ${c('number')} as "number",
        ${c('serviceId')} as "serviceId", ${c('state')} as "state", ${c('currency')} as "currency",
        ${c('autoRenew')} as "autoRenew", ${sql.day(c('endsOn'))} as "endsOn", u.id as "customer",
        ${u('documentId')} as "customerDocumentId", ${u('name')} as "customerName", ${u('owner')} as "owner",
        ${r('documentId')} as "renewal", ${r('state')} as "renewalState", coalesce(${r('notices')}, 0) as "notices",
        (select ${sql.day(`max(${n('sentOn')})`)} from ${sql.table(RENEWAL_NOTICE, 'n')}
          where ${n('renewal')} = r.id) as "lastNoticeOn",
        cast(${r('price')} as ${platform.rows.dialect === 'postgres' ? 'text' : 'varchar'}) as "price",
        ${r('problem')} as "problem", ${i('documentId')} as "invoice", ${i('number')} as "invoiceNumber",
        ${i('state')} as "invoiceState"
      from ${sql.table(CONTRACT, 'c')} join ${sql.table(CUSTOMER, 'u')} on u.id = ${c('customer')}
      left join ${sql.table(RENEWAL, 'r')} on ${r('contract')} = c.id and ${r('term')} = ${c('term')} + 1
      left join ${sql.table(INVOICE, 'i')} on i.id = ${r('invoice')}
      where ${c('endsOn')} >= :from and ${c('endsOn')} <= :to
        and (${c('state')} = 'active' or (${c('state')} = 'ended' and ${r('state')} in ('lapsed', 'declined', 'won_back')))
        ${owner === undefined ? '' : `and ${u('owner')} = :owner`}
        ${after ? `and (${c('endsOn')} ${beyond} :last or (${c('endsOn')} = :last and c.id ${beyond} :id))` : ''}
      order by ${c('endsOn')}${order}, c.id${order} limit :most`,
    {
      ...{ from, to, most },
      ...(owner === undefined ? {} : { owner }),
      ...(after ? { last: after.endsOn, id: after.id } : {}),
    },
  );
  return found.map((row) => ({
    ...(row as unknown as Expiry),
    ...{ id: Number(row.id), customer: Number(row.customer), notices: Number(row.notices) },
    ...{ autoRenew: Boolean(row.autoRenew), owner: row.owner === null ? null : Number(row.owner) },
    price: textOf(row.price),
  }));
}

export interface MonthOfExpiries {
  month: string;
  contracts: number;
  undecided: number;
  renewed: number;
  declined: number;
  lapsed: number;
}

/**
 * How many terms end in each month of these days, and what became of them. A term that was renewed is counted in the month
 * in which it would have ended.
 */
export async function expiringByMonth(
  platform: Platform,
  { from, to }: Pick<ExpiryAsked, 'from' | 'to'>,
): Promise<MonthOfExpiries[]> {
  const sql = reportSql(platform);
  const [c, r] = [sql.of(CONTRACT, 'c'), sql.of(RENEWAL, 'r')];
  const found = await platform.rows.ask(
    `select x.month as "month", count(*) as "contracts",
        sum(case when x.state in ('renewed', 'won_back') then 1 else 0 end) as "renewed",
        sum(case when x.state = 'declined' then 1 else 0 end) as "declined",
        sum(case when x.state = 'lapsed' then 1 else 0 end) as "lapsed",
        sum(case when x.state in ('open', 'noticed', 'offered') then 1 else 0 end) as "undecided"
      from (
        select ${sql.month(r('termEndsOn'))} as month, ${r('state')} as state
        from ${sql.table(RENEWAL, 'r')} join ${sql.table(CONTRACT, 'c')} on c.id = ${r('contract')}
        where ${r('termEndsOn')} >= :from and ${r('termEndsOn')} <= :to
        union all
        select ${sql.month(c('endsOn'))} as month,
          case when ${c('noticeGivenOn')} is null then 'open' else 'declined' end as state
        from ${sql.table(CONTRACT, 'c')}
        where ${c('state')} = 'active' and ${c('endsOn')} >= :from and ${c('endsOn')} <= :to
          and not exists (select 1 from ${sql.table(RENEWAL, 'r')}
            where ${r('contract')} = c.id and ${r('term')} = ${c('term')} + 1)
      ) x group by x.month order by x.month`,
    { from, to },
  );
  return found.map((row) => ({
    month: String(row.month),
    ...{ contracts: Number(row.contracts), undecided: Number(row.undecided), renewed: Number(row.renewed) },
    ...{ declined: Number(row.declined), lapsed: Number(row.lapsed) },
  }));
}
