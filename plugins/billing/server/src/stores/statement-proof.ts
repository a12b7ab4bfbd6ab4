import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import { BANK_STATEMENT, PAYMENT, STATEMENT_LINE } from '../content-types/types';
import type { ProofRow } from './proof';

/** What must agree between statements of the bank and the payments of their lines; only the rows where it does not. */
export const statementProofStore = ({ rows }: Platform) => {
  const table = (uid: string): string => `"${rows.table(uid)}"`;
  const of = (uid: string, alias: string) => (attribute: string) => `${alias}."${rows.column(uid, attribute)}"`;
  const sum = (what: string): string => `cast(coalesce(sum(${what}), 0) as bigint)`;
  const [s, l, p] = [of(BANK_STATEMENT, 's'), of(STATEMENT_LINE, 'l'), of(PAYMENT, 'p')];

  async function all(sql: string): Promise<ProofRow[]> {
    return rows.ask<ProofRow>(sql);
  }

  return {
    /** Lines that are applied without a standing payment of their amount, or free with one. */
    linesUnlikePayments: () =>
      all(`
        select ${l('documentId')} as document, ${l('state')} as state, ${l('currency')} as currency,
          cast(${l('date')} as varchar(10)) as date, ${l('amount')} as amount, count(p.id) as payments,
          ${sum(p('amount'))} as paid
        from ${table(STATEMENT_LINE)} l
        left join ${table(PAYMENT)} p on ${p('statementLine')} = l.id and ${p('state')} = 'succeeded'
        where ${l('state')} = 'applied' or p.id is not null
        group by l.id, ${l('documentId')}, ${l('state')}, ${l('currency')}, ${l('date')}, ${l('amount')}
        having ${l('state')} <> 'applied' or count(p.id) <> 1 or ${sum(p('amount'))} <> ${l('amount')}`),

    /** Statements whose opening balance and lines do not come to their closing balance, where the file said both. */
    statementsUnlikeBalances: () =>
      all(`
        select x.* from (
          select ${s('documentId')} as document, ${s('account')} as account, ${s('currency')} as currency,
            cast(${s('to')} as varchar(10)) as "to", ${s('closing')} as closing,
            ${s('opening')} + ${s('knownAmount')} + (select ${sum(l('amount'))} from ${table(STATEMENT_LINE)} l
              where ${l('statement')} = s.id) as expected
          from ${table(BANK_STATEMENT)} s where ${s('continuous')} = true
        ) x where x.expected <> x.closing`),
  };
};
