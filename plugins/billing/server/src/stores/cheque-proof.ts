import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import { CHEQUE, PAYMENT } from '../content-types/types';
import type { ProofRow } from './proof';

/** What must agree between cheques and the payments that they became; only the rows where it does not. */
export const chequeProofStore = ({ rows }: Platform) => {
  const table = (uid: string): string => `"${rows.table(uid)}"`;
  const of = (uid: string, alias: string) => (attribute: string) => `${alias}."${rows.column(uid, attribute)}"`;
  const [q, p] = [of(CHEQUE, 'q'), of(PAYMENT, 'p')];

  return {
    /** Good cheques without a standing payment of their amount, and others with one. */
    async chequesUnlikePayments(): Promise<ProofRow[]> {
      return rows.ask<ProofRow>(`
        select ${q('documentId')} as document, ${q('number')} as number, ${q('state')} as state,
          ${q('currency')} as currency, ${q('amount')} as amount, coalesce(${p('amount')}, 0) as paid
        from ${table(CHEQUE)} q
        left join ${table(PAYMENT)} p on p.id = ${q('payment')} and ${p('state')} = 'succeeded'
        where (${q('state')} = 'cleared' and coalesce(${p('amount')}, 0) <> ${q('amount')})
          or (${q('state')} <> 'cleared' and p.id is not null)`);
    },
  };
};
