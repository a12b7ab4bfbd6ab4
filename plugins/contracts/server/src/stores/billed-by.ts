import type { Rows } from '@sanya/strapi-plugin-platform/kit';
import { BILLING_PERIOD, CONTRACT } from '../content-types/types';

/** A contract, and an invoice that bills it: it was made from it, or a period of it stands there. */
export interface BilledBy {
  contract: number;
  invoice: number;
}

/** Which contracts which invoices bill, also by periods that were undone; a constant number of statements. */
export const billedByStore = (rows: Rows) => {
  const pairs = async (by: 'contract' | 'invoice', ids: readonly number[]): Promise<BilledBy[]> => {
    if (ids.length === 0) return [];
    const made = await rows.find<{ id: number; invoice: number | null }>(
      CONTRACT,
      (query, column) =>
        void query.whereIn(column(by === 'contract' ? 'id' : by), [...ids]).whereNotNull(column('invoice')),
      { fields: ['invoice'] },
    );
    const periods = await rows.find<BilledBy>(
      BILLING_PERIOD,
      (query, column) => void query.whereIn(column(by), [...ids]).whereNotNull(column('invoice')),
      { fields: ['contract', 'invoice'] },
    );
    const all = [
      ...made.flatMap(({ id, invoice }) => (invoice === null ? [] : [{ contract: id, invoice }])),
      ...periods,
    ];
    return [...new Map(all.map((pair) => [`${pair.contract} ${pair.invoice}`, pair])).values()];
  };
  return {
    /** The contracts of these invoices. */
    ofInvoices: (invoices: readonly number[]) => pairs('invoice', invoices),
    /** All invoices of these contracts. */
    ofContracts: (contracts: readonly number[]) => pairs('contract', contracts),
  };
};
