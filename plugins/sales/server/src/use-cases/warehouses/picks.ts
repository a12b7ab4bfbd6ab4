import type { CivilDate } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import { type Pick, pickedIn, pickList } from '../../domain/pick-list';
import { placeOf } from '../../domain/warehouse';
import { pickListStore } from '../../stores/pick-list';
import { type WarehouseRow, warehousesStore } from '../../stores/warehouses';
import { must } from '../must';

export interface Picks {
  picks: Pick[];
  /** By row id of the product; what nobody counts is not there. */
  onHand: Map<number, bigint>;
  /** Undefined: all of them. */
  place: WarehouseRow | undefined;
}

/** What is to be fetched for all confirmed orders, in one warehouse where one is named by its row id. */
export async function picksOf(
  platform: Platform,
  { until, warehouse }: { until?: CivilDate; warehouse?: number } = {},
): Promise<Picks> {
  const { rows } = platform;
  const store = pickListStore(rows);
  const waiting = await store.waiting(until);
  const productsOf = (picks: readonly Pick[]): number[] => picks.flatMap(({ product }) => product ?? []);
  if (warehouse === undefined) {
    const picks = pickList(waiting);
    return { picks, onHand: await store.onHand(productsOf(picks)), place: undefined };
  }
  const places = await warehousesStore(rows).all();
  const place = placeOf(places, warehouse);
  const packed = await store.packed(
    waiting.map(({ orderLine }) => orderLine),
    must(places.find(({ isDefault }) => isDefault)).id,
  );
  const picks = pickList(pickedIn(waiting, packed, place));
  return { picks, onHand: await store.onShelf(productsOf(picks), place.id), place };
}
