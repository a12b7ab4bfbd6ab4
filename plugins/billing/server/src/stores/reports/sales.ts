import type { Platform, ReportAsked, ReportQuery } from '@sanya/strapi-plugin-platform/kit';
import { CREDIT_NOTE, CREDIT_NOTE_LINE, DEPOSIT, INVOICE, INVOICE_LINE } from '../../content-types/types';
import { type ReportScope, reportScope } from './scope';

const ISSUED = "('open', 'paid', 'uncollectible')";

/** A deposit is no sale: the final invoice is, with its full value. */
const isSale = ({ sql }: ReportScope, invoice: string): string =>
  `not exists (select 1 from ${sql.table(DEPOSIT, 'x')} where ${sql.of(DEPOSIT, 'x')('invoice')} = ${invoice})`;

/** Issued invoices, and credit notes below zero: whole documents. */
function documents(scope: ReportScope): string {
  const { sql, narrow, within } = scope;
  const i = sql.of(INVOICE, 'i');
  const n = sql.of(CREDIT_NOTE, 'n');
  return `
    select i.id as document, 0 as note, ${i('issuedOn')} as issued, ${i('branch')} as branch, ${i('customer')} as customer,
      ${i('net')} as net, ${i('tax')} as tax, ${i('total')} as total
    from ${sql.table(INVOICE, 'i')}
    where ${i('state')} in ${ISSUED} and ${i('takenOverOn')} is null and ${within(i('issuedOn'))} and ${narrow(i, { branch: true })} and ${isSale(scope, 'i.id')}
    union all
    select n.id, 1, ${n('issuedOn')}, ${n('branch')}, ${n('customer')}, -${n('net')}, -${n('tax')}, -${n('total')}
    from ${sql.table(CREDIT_NOTE, 'n')}
    where ${n('state')} = 'issued' and ${within(n('issuedOn'))} and ${narrow(n, { branch: true })}
      and ${isSale(scope, n('invoice'))}`;
}

/** The same, line by line: what was goods and what was service. */
function lines(scope: ReportScope): string {
  const { sql, narrow, within } = scope;
  const i = sql.of(INVOICE, 'i');
  const l = sql.of(INVOICE_LINE, 'l');
  const n = sql.of(CREDIT_NOTE, 'n');
  const m = sql.of(CREDIT_NOTE_LINE, 'm');
  return `
    select i.id as document, 0 as note, ${l('kind')} as kind, ${l('net')} as net, ${l('tax')} as tax, ${l('total')} as total
    from ${sql.table(INVOICE_LINE, 'l')} join ${sql.table(INVOICE, 'i')} on i.id = ${l('invoice')}
    where ${i('state')} in ${ISSUED} and ${i('takenOverOn')} is null and ${within(i('issuedOn'))} and ${narrow(i, { branch: true })} and ${isSale(scope, 'i.id')}
    union all
    select n.id, 1, coalesce(${l('kind')}, 'service'), -${m('net')}, -${m('tax')}, -${m('total')}
    from ${sql.table(CREDIT_NOTE_LINE, 'm')} join ${sql.table(CREDIT_NOTE, 'n')} on n.id = ${m('creditNote')}
      left join ${sql.table(INVOICE_LINE, 'l')} on l.id = ${m('invoiceLine')}
    where ${n('state')} = 'issued' and ${within(n('issuedOn'))} and ${narrow(n, { branch: true })}
      and ${isSale(scope, n('invoice'))}`;
}

function keyOf(by: string, scope: ReportScope): { select: string; join: string; group: string; order: string } {
  const { sql } = scope;
  switch (by) {
    case 'day':
      return { select: `${sql.day('d.issued')} as "on"`, join: '', group: 'd.issued', order: '"on"' };
    case 'branch':
      return {
        select: `${scope.branchCode} as "branch", ${scope.branchName} as "branchName"`,
        join: scope.joinBranch('d.branch'),
        group: `${scope.branchCode}, ${scope.branchName}`,
        order: '"branch", "branchName"',
      };
    case 'customer':
      return {
        select: `c.id as "id", ${scope.customerName} as "customer"`,
        join: scope.joinCustomer('d.customer'),
        group: `c.id, ${scope.customerName}`,
        order: '"customer", "id"',
      };
    case 'kind':
      return { select: 'd.kind as "kind"', join: '', group: 'd.kind', order: '"kind"' };
    default:
      return {
        select: `${sql.month('d.issued')} as "month"`,
        join: '',
        group: sql.month('d.issued'),
        order: '"month"',
      };
  }
}

/**
 * What was invoiced, less what was credited. Voided invoices are not in it: nothing was sold by them; nor are those that
 * were taken over: they were sales of the books before.
 */
export async function salesReport(platform: Platform, asked: ReportAsked): Promise<ReportQuery> {
  const scope = await reportScope(platform, asked);
  const { sum } = scope.sql;
  const key = keyOf(asked.by, scope);
  return {
    currency: scope.currency,
    bindings: scope.bindings,
    order: key.order,
    sql: `
      select ${key.select},
        count(distinct case when d.note = 0 then d.document end) as "invoices",
        count(distinct case when d.note = 1 then d.document end) as "notes",
        ${sum('case when d.note = 0 then d.net else 0 end')} as "invoiced",
        ${sum('case when d.note = 1 then d.net else 0 end')} as "credited",
        ${sum('d.net')} as "net", ${sum('d.tax')} as "tax", ${sum('d.total')} as "total"
      from (${asked.by === 'kind' ? lines(scope) : documents(scope)}) d ${key.join}
      group by ${key.group}`,
  };
}
