import type { Platform, ReportAsked, ReportQuery } from '@sanya/strapi-plugin-platform/kit';
import { CERTIFICATE } from '../../content-types/types';
import { reportScope } from './scope';

/** Tax withheld from us, by the day it was: one certificate a payment, received or still to come. */
export async function withheldReport(platform: Platform, asked: ReportAsked): Promise<ReportQuery> {
  const scope = await reportScope(platform, asked);
  const { sql } = scope;
  const w = sql.of(CERTIFICATE, 'w');
  const where = `${w('state')} <> 'dropped' and ${scope.within(w('paidOn'))} and ${scope.narrow(w, { branch: false })}`;
  const from = `${sql.table(CERTIFICATE, 'w')} ${scope.joinCustomer(w('customer'))}`;
  const sums = `count(*) as "certificates", ${sql.sum(w('base'))} as "base", ${sql.sum(w('amount'))} as "withheld",
    ${sql.sum(w('statedAmount'))} as "stated"`;
  const common = { currency: scope.currency, bindings: scope.bindings };
  switch (asked.by) {
    case 'customer':
      return {
        ...common,
        order: '"customer", "id"',
        sql: `
          select c.id as "id", ${scope.customerName} as "customer", ${scope.customerTaxId} as "taxId", ${sums}
          from ${from} where ${where} group by c.id, ${scope.customerName}, ${scope.customerTaxId}`,
      };
    case 'state':
      return {
        ...common,
        order: '"state"',
        sql: `select ${w('state')} as "state", ${sums} from ${from} where ${where} group by ${w('state')}`,
      };
    case 'kind': {
      const kind = sql.json('k.value', 'kind');
      const amount = (key: string): string => sql.sum(`cast(${sql.json('k.value', key)} as bigint)`);
      return {
        ...common,
        order: '"income"',
        sql: `
          select ${kind} as "income", count(*) as "certificates", ${amount('base')} as "base",
            ${amount('amount')} as "withheld"
          from ${sql.table(CERTIFICATE, 'w')} cross join ${sql.each(w('kinds'), 'k')} where ${where} group by ${kind}`,
      };
    }
    default:
      return {
        ...common,
        order: '"on", "id"',
        sql: `
          select w.id as "id", ${sql.day(w('paidOn'))} as "on", ${scope.customerName} as "customer",
            ${scope.customerTaxId} as "taxId", ${w('base')} as "base", ${w('amount')} as "withheld",
            cast(coalesce(${w('statedAmount')}, 0) as bigint) as "stated", ${w('state')} as "state", coalesce(${w('book')}, '') as "book", coalesce(${w('number')}, '') as "number",
            ${sql.day(w('receivedOn'))} as "receivedOn"
          from ${from} where ${where}`,
      };
  }
}
