import type { Rows } from '@sanya/strapi-plugin-platform/kit';
import { PRICE, PRODUCT } from '../content-types/types';
import { productStore, type PriceRow, type ProductRow } from './products';

/** The catalogue as files of products and prices know it. */
export const importStore = (rows: Rows) => {
  const products = productStore(rows);
  return {
    /** Products of these codes with their prices. */
    async known(skus: readonly string[]): Promise<Map<string, { product: ProductRow; prices: PriceRow[] }>> {
      const found = new Map<string, { product: ProductRow; prices: PriceRow[] }>();
      for (let at = 0; at < skus.length; at += 5000) {
        const named = await products.bySku(skus.slice(at, at + 5000));
        const ids = named.map(({ id }) => id);
        const byId = new Map(
          (await products.byIds(ids)).map((product) => [product.id, { product, prices: [] as PriceRow[] }]),
        );
        for (const price of ids.length === 0 ? [] : await products.pricesOf(ids)) {
          byId.get(price.product ?? 0)?.prices.push(price);
        }
        for (const one of byId.values()) if (one.product.sku !== null) found.set(one.product.sku, one);
      }
      return found;
    },

    /** All products with their prices, for a file: a product without a price stands alone. */
    async catalogue(): Promise<{ product: ProductRow; prices: PriceRow[] }[]> {
      const all = await rows.find<ProductRow>(
        PRODUCT,
        (query, column) => void query.orderBy([column('sku'), column('id')]),
      );
      const byId = new Map(all.map((product) => [product.id, { product, prices: [] as PriceRow[] }]));
      for (const price of await rows.find<PriceRow>(PRICE, () => undefined))
        byId.get(price.product ?? 0)?.prices.push(price);
      return [...byId.values()];
    },
  };
};
