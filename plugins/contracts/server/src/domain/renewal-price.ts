import { broken, rateOf } from '@sanya/strapi-plugin-platform/kernel';

export const RENEWAL_BASES = ['invoice_before_discount', 'invoice_after_discount', 'list_price', 'fixed'] as const;
export type RenewalBasis = (typeof RENEWAL_BASES)[number];

/** What a year of renewal costs, by how many terms were paid: rates of an amount, or the amounts themselves. */
export type RenewalTable =
  | { basis: Exclude<RenewalBasis, 'fixed'>; ratesPpm: readonly number[] }
  | { basis: 'fixed'; amounts: readonly bigint[] };

/** The amounts of which a rate is taken, before VAT: of the lines under the contract alone. */
export type RenewalAmounts = Record<Exclude<RenewalBasis, 'fixed'>, bigint>;

/**
 * The price of the term with that number, before VAT. A free term (a year of warranty) is number 0 and costs nothing; the
 * first paid one is 1. After its last row the last row of the table stays.
 */
export function renewalPrice(table: RenewalTable, amounts: RenewalAmounts, term: number): bigint {
  if (term <= 0) return 0n;
  if (table.basis === 'fixed') {
    const amount = table.amounts[Math.min(term, table.amounts.length) - 1];
    if (amount !== undefined) return amount;
  } else {
    const rate = table.ratesPpm[Math.min(term, table.ratesPpm.length) - 1];
    if (rate !== undefined) return rateOf(amounts[table.basis], rate);
  }
  throw broken('renewal.table_empty');
}
