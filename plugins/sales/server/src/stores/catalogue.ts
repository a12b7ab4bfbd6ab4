import type { Ref, Rows } from '@sanya/strapi-plugin-platform/kit';
import { PRICE, PRODUCT } from '../content-types/types';
import type { Price, Product } from '../domain/catalogue';
import type { Catalogue } from '../domain/price-lines';

const PRODUCT_FIELDS = [
  'name',
  'sku',
  'kind',
  'state',
  'unit',
  'quantityStep',
  'taxCategory',
  'incomeKind',
  'stockTracked',
  'translations',
  'options',
  'components',
];
const PRICE_FIELDS = [
  'product',
  'label',
  'model',
  'unitPrice',
  'tiers',
  'setupFee',
  'trialDays',
  'minimumMonths',
  'currency',
  'per',
  'validFrom',
  'validTo',
  'includesTax',
  'translations',
];

export const catalogueStore = (rows: Rows) => ({
  /** Products by document id with all their prices and what bundles are made of: three statements, however many. */
  async load(documentIds: readonly string[]): Promise<Catalogue> {
    const products = await rows.byDocumentIds<Product>(PRODUCT, documentIds, { fields: PRODUCT_FIELDS });
    const ids = products.map((product) => product.id);
    const prices =
      ids.length === 0
        ? []
        : await rows.find<Price>(PRICE, (query, column) => void query.whereIn(column('product'), ids), {
            fields: PRICE_FIELDS,
          });
    const pricesOf = new Map<number, Price[]>();
    for (const price of prices) {
      if (price.product === null) continue;
      const list = pricesOf.get(price.product);
      if (list) list.push(price);
      else pricesOf.set(price.product, [price]);
    }
    const made = new Set(products.flatMap(({ components }) => (components ?? []).map((one) => one.product)));
    const parts =
      made.size === 0 ? [] : await rows.byDocumentIds<Product>(PRODUCT, [...made], { fields: PRODUCT_FIELDS });
    return { products: new Map([...products, ...parts].map((product) => [product.documentId, product])), pricesOf };
  },
  insertProducts: (list: readonly Record<string, unknown>[]): Promise<Ref[]> => rows.insert(PRODUCT, list),
  insertPrices: (list: readonly Record<string, unknown>[]): Promise<Ref[]> => rows.insert(PRICE, list),
  names: (ids: readonly number[]) =>
    rows.byIds<Pick<Product, 'name' | 'translations'>>(PRODUCT, ids, { fields: ['name', 'translations'] }),
});
