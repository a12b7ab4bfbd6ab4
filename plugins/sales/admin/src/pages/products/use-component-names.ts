import { useApi, useLanguage } from '@sanya/strapi-plugin-platform/ui';
import { textOf } from '../../product-shown';
import type { Product } from '../../types';

const MOST = 100;

/** What the products of a bundle are called, by document id; their unit beside the name. */
export function useComponentNames(products: readonly string[]): ReadonlyMap<string, { name: string; unit: string }> {
  const language = useLanguage();
  const { data } = useApi<Product[]>(products.length > 0 ? '/sales/products' : null, {
    filters: { documentId: { $in: [...products] } },
    pagination: { pageSize: MOST },
  });
  return new Map((data ?? []).map((one) => [one.documentId, { name: textOf(one, 'name', language), unit: one.unit }]));
}
