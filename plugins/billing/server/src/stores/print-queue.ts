import { type Platform, reportSql } from '@sanya/strapi-plugin-platform/kit';
import { CUSTOMER, PRINTING } from '../content-types/types';
import { PRINT_KINDS, PRINTABLE, type PrintKind } from '../domain/printing';

/** A document that waits to be printed. */
export interface Waiting {
  kind: PrintKind;
  documentId: string;
  number: string;
  on: string;
  customer: string;
  name: string;
  currency: string;
  amount: string;
}

const MOST = 500;

/** Documents that stand, of customers who want paper, of which no original is printed; by customer, the oldest first. */
export async function printQueue(platform: Platform, since: string): Promise<Waiting[]> {
  const { rows } = platform;
  const sql = reportSql(platform);
  const c = sql.of(CUSTOMER, 'c');
  const p = sql.of(PRINTING, 'p');
  const parts = PRINT_KINDS.map((kind) => {
    const { type, relation, on, amount, standing, takenOver, letters } = PRINTABLE[kind];
    const d = sql.of(type, 'd');
    // In one with a tax invoice it goes onto paper as that.
    const alone = kind === 'receipt' ? `and ${d('taxInvoice')} is null` : '';
    const ours = takenOver ? `and ${d('takenOverOn')} is null` : '';
    return `
      select '${kind}' as "kind", ${d('documentId')} as "documentId", ${d('number')} as "number",
        ${sql.day(d(on))} as "on", ${c('documentId')} as "customer", ${c('name')} as "name",
        ${d('currency')} as "currency", cast(${d(amount)} as text) as "amount"
      from ${sql.table(type, 'd')} join ${sql.table(CUSTOMER, 'c')} on c.id = ${d('customer')}
      where ${letters ? letters(d) : `${c('wantsPaper')} = true`} and ${d(on)} >= :since ${alone} ${ours}
        and ${d('state')} in (${standing.map((state) => `'${state}'`).join(', ')})
        and not exists (select 1 from ${sql.table(PRINTING, 'p')}
          where ${p(relation)} = d.id and ${p('mark')} = 'original')`;
  });
  return rows.ask<Waiting>(
    `select * from (${parts.join(' union all ')}) q order by q."name", q."customer", q."on", q."number" limit ${MOST}`,
    { since },
  );
}
