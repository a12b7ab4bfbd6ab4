import type { CivilDate } from '@sanya/strapi-plugin-platform/kernel';
import type { Rows } from '@sanya/strapi-plugin-platform/kit';
import { PRICE } from '../content-types/types';

export interface ListPrice {
  product: number;
  per: 'one_time' | 'month' | 'quarter' | 'half_year' | 'year';
  unitPrice: bigint;
  currency: string;
}

/** The prices of the catalogue that hold on a day. */
export const listPrices = (rows: Rows, products: readonly number[], on: CivilDate): Promise<ListPrice[]> =>
  rows.find<ListPrice>(
    PRICE,
    (query, column) => {
      query.whereIn(column('product'), [...products]);
      query.where((begun) => void begun.whereNull(column('validFrom')).orWhere(column('validFrom'), '<=', on));
      query.where((stands) => void stands.whereNull(column('validTo')).orWhere(column('validTo'), '>=', on));
    },
    { fields: ['product', 'per', 'unitPrice', 'currency'] },
  );
