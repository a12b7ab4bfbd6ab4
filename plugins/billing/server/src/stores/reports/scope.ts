import { type Platform, type ReportAsked, reportSql, rowId } from '@sanya/strapi-plugin-platform/kit';
import { BRANCH, CUSTOMER, SETTING } from '../../content-types/types';

type Of = (attribute: string) => string;

/** What was asked, as conditions on the documents of billing, and the values that stand in them. */
export async function reportScope(platform: Platform, asked: ReportAsked) {
  const sql = reportSql(platform);
  const { currency: own } = await platform.settings.read<{ currency: string }>(SETTING);
  const currency = asked.currency ?? own;
  const customer =
    asked.customer === undefined
      ? undefined
      : await rowId(platform, CUSTOMER, asked.customer, 'report.customer_unknown', 'customer');
  const { branch } = asked;
  const ofBranch = (column: string): string => {
    if (branch === undefined) return '1 = 1';
    return branch === null ? `${column} is null` : `${column} = :branch`;
  };

  return {
    sql,
    currency,
    bindings: {
      from: asked.from,
      to: asked.to,
      currency,
      ...(typeof branch === 'number' && { branch }),
      ...(customer !== undefined && { customer }),
    },
    /** Customer and currency; the branch where documents of that kind have one. */
    narrow(of: Of, has: { branch: boolean }): string {
      const conditions = [`${of('currency')} = :currency`];
      if (customer !== undefined) conditions.push(`${of('customer')} = :customer`);
      if (has.branch) conditions.push(ofBranch(of('branch')));
      return conditions.join(' and ');
    },
    /** The branch that was asked for, of a column with row ids of branches; the head office has none. */
    ofBranch,
    within: (date: string): string => `${date} between :from and :to`,
    /** The customers `c` of rows whose key stands in `key`, and their branches `b`. */
    joinCustomer: (key: string): string => `left join ${sql.table(CUSTOMER, 'c')} on c.id = ${key}`,
    joinBranch: (key: string): string => `left join ${sql.table(BRANCH, 'b')} on b.id = ${key}`,
    customerName: sql.of(CUSTOMER, 'c')('name'),
    customerTaxId: `coalesce(${sql.of(CUSTOMER, 'c')('taxId')}, '')`,
    /** Five digits; the head office has no row. */
    branchCode: `coalesce(${sql.of(BRANCH, 'b')('code')}, '00000')`,
    branchName: `coalesce(${sql.of(BRANCH, 'b')('name')}, '')`,
  };
}

export type ReportScope = Awaited<ReturnType<typeof reportScope>>;

/** `column in (:name0, :name1)`; nothing is in an empty list. */
export const oneOf = (column: string, name: string, values: readonly string[]): string =>
  values.length === 0 ? '1 = 0' : `${column} in (${values.map((_, index) => `:${name}${index}`).join(', ')})`;

export const bindAll = (name: string, values: readonly string[]): Record<string, string> =>
  Object.fromEntries(values.map((value, index) => [`${name}${index}`, value]));
