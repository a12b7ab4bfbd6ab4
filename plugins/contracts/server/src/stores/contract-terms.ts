import type { Ref, Rows } from '@sanya/strapi-plugin-platform/kit';
import { CONTRACT_TERMS, PRICE, PRODUCT } from '../content-types/types';
import type { SaidTerms } from '../domain/contract-terms';

export type TermsRow = SaidTerms & Ref;

/** A price as far as terms may be said with it. */
export interface SoldPrice extends Ref {
  product: number | null;
  per: 'one_time' | 'month' | 'quarter' | 'half_year' | 'year';
}

/** What is promised with products and their prices. */
export const contractTermsStore = (rows: Rows) => ({
  byIds: (ids: readonly number[]): Promise<TermsRow[]> => rows.byIds<TermsRow>(CONTRACT_TERMS, ids),
  /** Of these products, with those of their prices. */
  ofProducts: (products: readonly number[]): Promise<TermsRow[]> =>
    products.length === 0
      ? Promise.resolve([])
      : rows.find<TermsRow>(
          CONTRACT_TERMS,
          (query, column) => void query.whereIn(column('product'), [...new Set(products)]),
        ),
  insert: (terms: readonly SaidTerms[]): Promise<Ref[]> => rows.insert(CONTRACT_TERMS, terms as never),
  update: (terms: readonly ({ id: number } & Partial<SaidTerms>)[]): Promise<number> =>
    rows.update(CONTRACT_TERMS, terms),
  remove: (ids: readonly number[]): Promise<number> => rows.remove(CONTRACT_TERMS, ids),
  /** Whoever sets terms of a product goes one after another. */
  lockProducts: (ids: readonly number[]): Promise<Ref[]> =>
    rows.byIds(PRODUCT, [...new Set(ids)], { fields: [], lock: 'wait' }),
  prices: (ids: readonly number[]): Promise<SoldPrice[]> =>
    rows.byIds<SoldPrice>(PRICE, [...new Set(ids)], { fields: ['product', 'per'] }),
  pricesNamed: (documentIds: readonly string[]): Promise<SoldPrice[]> =>
    rows.byDocumentIds<SoldPrice>(PRICE, documentIds, { fields: ['product', 'per'] }),
});
