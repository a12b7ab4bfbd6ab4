import type { Platform, ReportAsked, ReportQuery } from '@sanya/strapi-plugin-platform/kit';
import { CERTIFICATE } from '../../content-types/types';
import { withheldByBranch } from './branch-parts';
import { reportScope } from './scope';

/**
 * Tax withheld from us, by the day it was: one certificate a payment, received or still to come. Where branches are
 * asked for, each has its part of a certificate.
 */
export async function withheldReport(platform: Platform, asked: ReportAsked): Promise<ReportQuery> {
  const scope = await reportScope(platform, asked);
  const { sql } = scope;
  const w = sql.of(CERTIFICATE, 'w');
  const branches = withheldByBranch(scope, w('payment'));
  const apart = asked.by === 'branch' || asked.branch !== undefined;
  const part = (what: string): string => (apart ? branches.part(what) : what);
  const where = [
    `${w('state')} <> 'dropped'`,
    scope.within(w('paidOn')),
    scope.narrow(w, { branch: false }),
    ...(apart ? [scope.ofBranch('s.branch')] : []),
  ].join(' and ');
  const certificates = `${sql.table(CERTIFICATE, 'w')} ${apart ? branches.join : ''}`;
  const from = `${certificates} ${scope.joinCustomer(w('customer'))}`;
  const stated = `coalesce(${w('statedAmount')}, 0)`;
  const sums = `count(distinct w.id) as "certificates", ${sql.sum(part(w('base')))} as "base",
    ${sql.sum(part(w('amount')))} as "withheld", ${sql.sum(part(stated))} as "stated"`;
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
        sql: `select ${w('state')} as "state", ${sums} from ${certificates} where ${where} group by ${w('state')}`,
      };
    case 'month': {
      const month = sql.month(w('paidOn'));
      return {
        ...common,
        order: '"month"',
        sql: `select ${month} as "month", ${sums} from ${certificates} where ${where} group by ${month}`,
      };
    }
    case 'branch':
      return {
        ...common,
        order: '"branch", "branchName"',
        sql: `
          select ${scope.branchCode} as "branch", ${scope.branchName} as "branchName", ${sums}
          from ${certificates} ${scope.joinBranch('s.branch')} where ${where}
          group by ${scope.branchCode}, ${scope.branchName}`,
      };
    case 'kind': {
      const kind = sql.json('k.value', 'kind');
      const amount = (key: string): string => sql.sum(part(`cast(${sql.json('k.value', key)} as bigint)`));
      return {
        ...common,
        order: '"income"',
        sql: `
          select ${kind} as "income", count(*) as "certificates", ${amount('base')} as "base",
            ${amount('amount')} as "withheld"
          from ${certificates} cross join ${sql.each(w('kinds'), 'k')} where ${where} group by ${kind}`,
      };
    }
    default:
      return {
        ...common,
        order: '"on", "id"',
        sql: `
          select w.id as "id", ${sql.day(w('paidOn'))} as "on", ${scope.customerName} as "customer",
            ${scope.customerTaxId} as "taxId", ${part(w('base'))} as "base", ${part(w('amount'))} as "withheld",
            cast(${part(stated)} as bigint) as "stated", ${w('state')} as "state", coalesce(${w('book')}, '') as "book",
            coalesce(${w('number')}, '') as "number", ${sql.day(w('receivedOn'))} as "receivedOn"
          from ${from} where ${where}`,
      };
  }
}
