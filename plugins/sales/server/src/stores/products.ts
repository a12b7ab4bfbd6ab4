import type { Ref, Rows } from '@sanya/strapi-plugin-platform/kit';
import { ORDER_LINE, PRICE, PRODUCT, QUOTE_LINE } from '../content-types/types';
import type { KnownPrice } from '../domain/price-list';
import type { ProductFacts } from '../domain/product';

export type ProductRow = ProductFacts & Ref & { state: 'active' | 'closed' };
export type PriceRow = KnownPrice & { product: number | null; currency: string };

/** A product with all its prices. */
export interface PricedProduct {
  product: ProductRow;
  prices: PriceRow[];
}

const FIELDS = [
  ...['name', 'kind', 'sku', 'group', 'state', 'description', 'sellingPoints', 'unit', 'quantityStep'],
  ...[
    'taxCategory',
    'incomeKind',
    'stockTracked',
    'warrantyMonths',
    'checkBeforeShipping',
    'translations',
    'options',
    'components',
  ],
  ...['weightGrams', 'hsCode', 'originCountry'],
];
const PRICE_FIELDS = [
  ...['product', 'label', 'unitPrice', 'currency', 'per', 'validFrom', 'validTo', 'includesTax', 'translations'],
  ...['model', 'tiers', 'setupFee', 'trialDays', 'minimumMonths'],
];

/** Products as staff keep them. */
export const productStore = (rows: Rows) => ({
  byIds: (ids: readonly number[]) => rows.byIds<ProductRow>(PRODUCT, ids, { fields: FIELDS }),
  byDocumentIds: (ids: readonly string[]) => rows.byDocumentIds<ProductRow>(PRODUCT, ids, { fields: FIELDS }),
  /** Products of these ids or codes; locked in the order of their rows. */
  named: (by: 'id' | 'sku', names: readonly (number | string)[], lock?: 'wait'): Promise<ProductRow[]> =>
    names.length === 0
      ? Promise.resolve([])
      : rows.find<ProductRow>(
          PRODUCT,
          (query, column) => void query.whereIn(column(by), [...new Set(names)]).orderBy(column('id')),
          { fields: FIELDS, lock },
        ),
  update: (list: readonly ({ id: number } & Record<string, unknown>)[]) => rows.update(PRODUCT, list),
  async withPrices(products: readonly ProductRow[]): Promise<PricedProduct[]> {
    const priced = new Map(products.map((product) => [product.id, { product, prices: [] as PriceRow[] }]));
    if (priced.size > 0) {
      const prices = await rows.find<PriceRow>(
        PRICE,
        (query, column) => void query.whereIn(column('product'), [...priced.keys()]),
        { fields: PRICE_FIELDS },
      );
      for (const price of prices) priced.get(price.product ?? 0)?.prices.push(price);
    }
    return [...priced.values()];
  },
  updatePrices: (list: readonly ({ id: number } & Record<string, unknown>)[]) => rows.update(PRICE, list),

  /** Those of these prices that an order took, or a quote that was sent. */
  async used(prices: readonly number[]): Promise<Set<number>> {
    if (prices.length === 0) return new Set();
    const knex = await rows.knex();
    const taken = (uid: string) => {
      const column = rows.column(uid, 'price');
      return knex(rows.table(uid))
        .distinct({ price: column })
        .whereIn(column, [...prices]);
    };
    const ordered: Record<string, unknown>[] = await taken(ORDER_LINE);
    const promised: Record<string, unknown>[] = await taken(QUOTE_LINE).where(rows.column(QUOTE_LINE, 'sent'), true);
    return new Set([...ordered, ...promised].map((row) => Number(row.price)));
  },

  /** Who has these codes. */
  bySku: (skus: readonly string[]) =>
    skus.length === 0
      ? Promise.resolve([])
      : rows.find<{ sku: string }>(PRODUCT, (query, column) => void query.whereIn(column('sku'), skus), {
          fields: ['sku'],
        }),

  /** The groups in use, by name. */
  async groups(): Promise<string[]> {
    const knex = await rows.knex();
    const column = rows.column(PRODUCT, 'group');
    const found: Record<string, unknown>[] = await knex(rows.table(PRODUCT))
      .distinct({ name: column })
      .whereNotNull(column)
      .orderBy(column);
    return found.map((row) => String(row.name));
  },
});
