import type { CivilDate } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { checkItem, checkRemovedOn, type ItemFacts } from '../../domain/installed-item';
import type { ItemRow } from '../../stores/installed-items';
import { atField, placeIn } from '../fields';
import { must } from '../must';
import { lockItems } from './lock-items';
import { takeOutItems } from './take-out-items';
import { writeItems } from './write-items';

export interface ReplaceItem {
  /** Row id. */
  id: number;
  /** Of the one that takes its place. */
  serial: string;
  /** Today unless told. */
  on?: CivilDate;
  reason: string;
  /** That of the old one unless told: what is replaced under warranty keeps it. Null is none. */
  warrantyUntil?: CivilDate | null;
}

/** Another of the same product takes the place of each. All of them or none. */
export async function replaceItems(
  { platform }: Pick<Tools, 'platform'>,
  wishes: readonly ReplaceItem[],
): Promise<ItemRow[]> {
  const prefix = placeIn(wishes, 'items');
  return platform.transaction(async () => {
    const today = platform.clock.today();
    const locked = await lockItems(
      { platform },
      wishes.map(({ id }) => id),
    );
    const plans = locked.map((item, index) =>
      atField(prefix(index), () => {
        const { serial, on = today, reason, warrantyUntil } = must(wishes[index]);
        checkRemovedOn(on, { installedOn: item.installedOn, today });
        // A warranty that was over gives the new one none.
        const kept = item.warrantyUntil !== null && item.warrantyUntil >= on ? item.warrantyUntil : null;
        const successor: ItemFacts = {
          ...{ product: item.product, customer: item.customer, serial, state: 'installed', site: item.site },
          ...{ installedOn: on, warrantyUntil: warrantyUntil === undefined ? kept : warrantyUntil },
          ...{ shipmentLine: null, replaces: item.id, removedOn: null, removeReason: null },
        };
        return { item, on, reason, successor: checkItem(successor, today) };
      }),
    );
    await takeOutItems(
      { platform },
      'replace',
      plans.map(({ successor, ...out }) => ({ ...out, more: { by: successor.serial } })),
    );
    return writeItems(
      { platform },
      plans.map(({ successor }) => successor),
      (index) => `${prefix(index)}serial`,
    );
  });
}
