import type { Rows } from '@sanya/strapi-plugin-platform/kit';
import { PRICE, PRODUCT } from '../content-types/types';
import { type PricedProduct, productStore, type PriceRow, type ProductRow } from './products';

/** The catalogue as files of products and prices know it. */
export const importStore = (rows: Rows) => {
  const products = productStore(rows);
  return {
    /** Products of these codes with their prices, by code. */
    async known(skus: readonly string[], lock?: 'wait'): Promise<Map<string, PricedProduct>> {
      const found = new Map<string, PricedProduct>();
      for (let at = 0; at < skus.length; at += 5000) {
        const named = await products.named('sku', skus.slice(at, at + 5000), lock);
        for (const one of await products.withPrices(named)) found.set(one.product.sku ?? '', one);
      }
      return found;
    },

    /** All products with their prices, for a file: a product without a price stands alone. */
    async catalogue(): Promise<PricedProduct[]> {
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
