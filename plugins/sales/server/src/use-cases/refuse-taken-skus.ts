import { conflict } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { productStore } from '../stores/products';

/** Says at which product the code is taken; against two at once the database's own index stands. */
export async function refuseTakenSkus(
  { platform }: Pick<Tools, 'platform'>,
  wanted: readonly { id?: number; sku: string | null }[],
  prefix: (index: number) => string,
): Promise<void> {
  const skus = wanted.flatMap(({ sku }) => sku ?? []);
  const found = new Map((await productStore(platform.rows).bySku(skus)).map((row) => [row.sku, row.id]));
  const own = new Set<string>();
  wanted.forEach(({ id, sku }, index) => {
    if (sku === null) return;
    const holder = found.get(sku);
    if (own.has(sku) || (holder !== undefined && holder !== id)) {
      throw conflict('product.sku_taken', { field: `${prefix(index)}sku`, params: { sku } });
    }
    own.add(sku);
  });
}
