import { badInput, extend, sum } from '@sanya/strapi-plugin-platform/kernel';
import { type PriceVersion, priceOfPeriod } from './price-versions';
import { type RenewalAmounts, type RenewalBasis, type RenewalTable } from './renewal-price';

/** What the terms after the first cost, as a contract keeps it: plain JSON, amounts in minor units as text. */
export interface RenewalTerms {
  basis: RenewalBasis;
  /** Row by row from the first paid term on: rates of the basis, or for `fixed` amounts. */
  ratesPpm?: number[];
  amounts?: string[];
  /** What the lines under the contract came to when it was made, a period of each. */
  before: string;
  after: string;
}

export type RenewalTermsWish = Pick<RenewalTerms, 'basis' | 'ratesPpm' | 'amounts'>;

const MOST_ROWS = 50;
/** Ten times of what was paid is mistyped. */
const MOST_PPM = 10_000_000;

/** Refuses a table of which no price can be read. */
export function checkRenewalTerms({ basis, ratesPpm, amounts }: RenewalTermsWish, field: string): void {
  const rows = basis === 'fixed' ? amounts : ratesPpm;
  if (!rows || rows.length === 0 || rows.length > MOST_ROWS) {
    throw badInput('renewal.table_rows', { field, params: { most: MOST_ROWS } });
  }
  if (basis !== 'fixed' && ratesPpm?.some((rate) => !Number.isSafeInteger(rate) || rate < 0 || rate > MOST_PPM)) {
    throw badInput('renewal.rate_out_of_range', { field: `${field}.ratesPpm` });
  }
}

/** The terms as they are kept: with what the lines cost that stand under the contract. */
export function keepRenewalTerms(
  { basis, ratesPpm, amounts }: RenewalTermsWish,
  lines: readonly Omit<PriceVersion, 'from'>[],
): RenewalTerms {
  return {
    basis,
    ...(basis === 'fixed' ? { amounts: amounts ?? [] } : { ratesPpm: ratesPpm ?? [] }),
    before: String(sum(lines.map(({ unitPrice, quantity }) => extend(unitPrice, quantity)))),
    after: String(sum(lines.map((line) => priceOfPeriod({ ...line, from: '' })))),
  };
}

export const tableOf = ({ basis, ratesPpm = [], amounts = [] }: RenewalTerms): RenewalTable =>
  basis === 'fixed' ? { basis, amounts: amounts.map(BigInt) } : { basis, ratesPpm };

/** @param listPrice what the lines cost by the catalogue today; null where it does not say */
export const amountsOf = ({ before, after }: RenewalTerms, listPrice: bigint | null): RenewalAmounts => ({
  invoice_before_discount: BigInt(before),
  invoice_after_discount: BigInt(after),
  list_price: listPrice ?? BigInt(before),
});
