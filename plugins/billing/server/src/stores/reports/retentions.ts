import { addDays } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform, ReportAsked, ReportQuery } from '@sanya/strapi-plugin-platform/kit';
import { ALLOCATION, INVOICE } from '../../content-types/types';
import { reportScope } from './scope';

/** What customers had kept back by the end of a day as retention: each from the day of its payment until that was undone. */
export async function retentionsReport(platform: Platform, asked: ReportAsked): Promise<ReportQuery> {
  const scope = await reportScope(platform, asked);
  const { sql } = scope;
  const a = sql.of(ALLOCATION, 'a');
  const i = sql.of(INVOICE, 'i');
  const kept = `from ${sql.table(ALLOCATION, 'a')} join ${sql.table(INVOICE, 'i')} on i.id = ${a('invoice')}
    ${scope.joinCustomer(a('customer'))}
    where ${a('deductionKind')} = 'retention' and ${a('allocatedOn')} <= :to
      and (${a('undone')} = false or ${a('undoneAt')} >= :after)
      and ${scope.narrow(a, { branch: false })} and ${scope.ofBranch(i('branch'))}`;
  const common = {
    currency: scope.currency,
    bindings: { ...scope.bindings, after: sql.startOf(addDays(asked.to, 1)) },
  };
  if (asked.by === 'customer') {
    return {
      ...common,
      order: '"customer", "id"',
      sql: `
        select c.id as "id", ${scope.customerName} as "customer", ${scope.customerTaxId} as "taxId",
          ${sql.sum(a('deduction'))} as "retained"
        ${kept} group by c.id, ${scope.customerName}, ${scope.customerTaxId}`,
    };
  }
  return {
    ...common,
    order: '"customer", "on", "id"',
    sql: `
      select a.id as "id", ${scope.customerName} as "customer", ${scope.customerTaxId} as "taxId",
        ${i('number')} as "number", ${sql.day(a('allocatedOn'))} as "on", coalesce(${a('deductionReason')}, '') as "details",
        ${a('deduction')} as "retained"
      ${kept}`,
  };
}
