import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import type { Component, KnownComponent } from '../domain/bundle';
import { productStore } from '../stores/products';

/** What these bundles are made of, by document id: one statement, none where nothing is a bundle. */
export async function knownComponents(
  { platform }: Pick<Tools, 'platform'>,
  bundles: readonly { components: readonly Component[] | null }[],
): Promise<Map<string, KnownComponent>> {
  const ids = new Set(bundles.flatMap(({ components }) => (components ?? []).map((one) => one.product)));
  const rows = ids.size === 0 ? [] : await productStore(platform.rows).byDocumentIds([...ids]);
  return new Map(rows.map((row) => [row.documentId, row]));
}
