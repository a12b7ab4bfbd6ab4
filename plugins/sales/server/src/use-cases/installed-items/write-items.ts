import { conflict } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import type { ItemFacts } from '../../domain/installed-item';
import { installedItemsStore, type ItemRow } from '../../stores/installed-items';
import { must } from '../must';
import { itemEvent } from './item-events';

type Needs = Pick<Tools, 'platform'>;
type Thing = Pick<ItemFacts, 'product' | 'serial'> & { id?: number };

const keyOf = ({ product, serial }: Thing): string => JSON.stringify([product, serial]);

/** Says which of these things stands somewhere already; against two at once the database's own index stands. */
export async function refuseStanding(
  { platform }: Needs,
  things: readonly Thing[],
  fieldOf: (index: number) => string,
): Promise<void> {
  const standing = await installedItemsStore(platform.rows).standing(things);
  const holders = new Map(standing.map((item) => [keyOf(item), item.id]));
  const own = new Set<string>();
  things.forEach((thing, index) => {
    const key = keyOf(thing);
    const holder = holders.get(key);
    if (own.has(key) || (holder !== undefined && holder !== thing.id)) {
      throw conflict('installed_item.installed_already', {
        field: fieldOf(index),
        params: { serial: thing.serial },
      });
    }
    own.add(key);
  });
}

/** Writes items of customers whom whoever calls has locked. */
export async function writeItems(
  { platform }: Needs,
  items: readonly ItemFacts[],
  fieldOf: (index: number) => string,
): Promise<ItemRow[]> {
  if (items.length === 0) return [];
  await refuseStanding({ platform }, items, fieldOf);
  const refs = await installedItemsStore(platform.rows).insert(items);
  const rows = items.map((item, index): ItemRow => ({ ...item, ...must(refs[index]) }));
  await platform.events.record(
    rows.map((row) =>
      itemEvent('installed_item.installed', row, {
        ...{ state: row.state, installedOn: row.installedOn, warrantyUntil: row.warrantyUntil, site: row.site },
      }),
    ),
  );
  return rows;
}
