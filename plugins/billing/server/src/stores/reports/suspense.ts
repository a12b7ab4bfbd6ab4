import type { Platform, ReportAsked, ReportQuery } from '@sanya/strapi-plugin-platform/kit';
import { STATEMENT_LINE } from '../../content-types/types';
import { reportScope } from './scope';

/**
 * Money that was nobody's at the end of a day: come in by then, and neither a payment, nor set aside, nor returned by then.
 * What was undone since counts as if it never had been.
 */
export async function suspenseReport(platform: Platform, asked: ReportAsked): Promise<ReportQuery> {
  const { sql, bindings, currency } = await reportScope(platform, asked);
  const l = sql.of(STATEMENT_LINE, 'l');
  const where = `${l('amount')} > 0 and ${l('currency')} = :currency and ${l('date')} <= :to
    and (${l('resolvedOn')} is null or ${l('resolvedOn')} > :to)`;
  if (asked.by === 'account') {
    return {
      currency,
      bindings,
      order: '"account"',
      sql: `
        select ${l('account')} as "account", count(*) as "lines", ${sql.sum(l('amount'))} as "suspended"
        from ${sql.table(STATEMENT_LINE, 'l')} where ${where} group by ${l('account')}`,
    };
  }
  return {
    currency,
    bindings,
    order: '"on", "id"',
    sql: `
      select l.id as "id", ${sql.day(l('date'))} as "on", ${l('account')} as "account",
        coalesce(${l('payerName')}, ${l('description')}, '') as "text", coalesce(${l('reference')}, '') as "reference",
        ${l('amount')} as "suspended"
      from ${sql.table(STATEMENT_LINE, 'l')} where ${where}`,
  };
}
