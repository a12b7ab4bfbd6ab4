import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { installedItemsStore, type ItemRow } from '../../stores/installed-items';
import { must } from '../must';

/** Items in the order asked; their customers are locked before them, as everywhere. */
export async function lockItems({ platform }: Pick<Tools, 'platform'>, ids: readonly number[]): Promise<ItemRow[]> {
  const store = installedItemsStore(platform.rows);
  const seen = await store.byIds(ids);
  await store.customers(
    seen.map(({ customer }) => customer),
    'wait',
  );
  const locked = new Map((await store.byIds(ids, 'wait')).map((row) => [row.id, row]));
  return ids.map((id) => must(locked.get(id)));
}
