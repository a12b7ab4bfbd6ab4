import { addDays } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform, Ref } from '@sanya/strapi-plugin-platform/kit';
import { CERTIFICATE, CUSTOMER } from '../content-types/types';
import type { Certificate } from '../domain/certificate';

export interface CertificateRow extends Omit<Certificate, 'kinds'> {
  customer: number;
  currency: string;
  kinds: unknown[] | null;
  number: string | null;
  chasedOn: string | null;
}

const FIELDS = [
  ...['state', 'customer', 'currency', 'amount', 'kinds', 'paidOn', 'statedAmount', 'number', 'chasedOn'],
];

/** Certificates by row id; their customers are locked. */
export const loadCertificates = (platform: Platform, ids: readonly number[]): Promise<(CertificateRow & Ref)[]> =>
  platform.rows.byIds<CertificateRow>(CERTIFICATE, ids, { fields: FIELDS, lock: 'wait' });

export const certificateOwners = async (platform: Platform, ids: readonly number[]): Promise<number[]> =>
  (await platform.rows.byIds<{ customer: number }>(CERTIFICATE, ids, { fields: ['customer'] })).map(
    (row) => row.customer,
  );

export const pendingCertificates = (
  platform: Platform,
  customers: readonly number[],
): Promise<(CertificateRow & Ref)[]> =>
  platform.rows.find<CertificateRow>(
    CERTIFICATE,
    (query, column) =>
      void query
        .whereIn(column('customer'), [...customers])
        .where(column('state'), 'pending')
        .orderBy(column('paidOn'))
        .orderBy(column('id')),
    { fields: FIELDS },
  );

/** What a customer still owes us in certificates, by how long ago it was withheld. */
export interface PendingByCustomer {
  customer: string;
  name: string;
  email: string | null;
  certificates: number;
  amount: bigint;
  oldest: string;
  current: bigint;
  past30: bigint;
  past60: bigint;
  past90: bigint;
  chasedOn: string | null;
}

/** Pending certificates of all customers, the oldest first: one statement. */
export async function pendingByCustomer(platform: Platform, currency: string): Promise<PendingByCustomer[]> {
  const { rows, clock } = platform;
  const w = (attribute: string): string => `w."${rows.column(CERTIFICATE, attribute)}"`;
  const c = (attribute: string): string => `c."${rows.column(CUSTOMER, attribute)}"`;
  const today = clock.today();
  const sum = (condition: string): string =>
    `cast(coalesce(sum(case when ${condition} then ${w('amount')} else 0 end), 0) as bigint)`;
  const found = await rows.ask<Record<string, unknown>>(
    `select ${c('documentId')} as "customer", ${c('name')} as "name", ${c('email')} as "email",
      count(*) as "certificates", ${sum('1 = 1')} as "amount", min(${w('paidOn')}) as "oldest",
      ${sum(`${w('paidOn')} > :a`)} as "current",
      ${sum(`${w('paidOn')} <= :a and ${w('paidOn')} > :b`)} as "past30",
      ${sum(`${w('paidOn')} <= :b and ${w('paidOn')} > :c`)} as "past60",
      ${sum(`${w('paidOn')} <= :c`)} as "past90", max(${w('chasedOn')}) as "chasedOn"
    from "${rows.table(CERTIFICATE)}" w join "${rows.table(CUSTOMER)}" c on c.id = ${w('customer')}
    where ${w('state')} = 'pending' and ${w('currency')} = :currency
    group by c.id, ${c('documentId')}, ${c('name')}, ${c('email')}
    order by "oldest", "name" limit 500`,
    { a: addDays(today, -30), b: addDays(today, -60), c: addDays(today, -90), currency },
  );
  const day = (value: unknown): string | null => (value === null ? null : String(value).slice(0, 10));
  const big = (value: unknown): bigint => BigInt(value as string | number);
  return found.map((row) => ({
    customer: String(row.customer),
    name: String(row.name),
    email: (row.email as string | null) ?? null,
    certificates: Number(row.certificates),
    amount: big(row.amount),
    oldest: day(row.oldest) ?? '',
    current: big(row.current),
    past30: big(row.past30),
    past60: big(row.past60),
    past90: big(row.past90),
    chasedOn: day(row.chasedOn),
  }));
}
