import { conflict, differences } from '@sanya/strapi-plugin-platform/kernel';
import type { NewEvent, Tools } from '@sanya/strapi-plugin-platform/kit';
import { changeItem, type ItemChange } from '../../domain/installed-item';
import { installedItemsStore } from '../../stores/installed-items';
import { atField, placeIn } from '../fields';
import { must } from '../must';
import { itemEvent } from './item-events';
import { lockItems } from './lock-items';
import { refuseStanding } from './write-items';

export interface ChangeItem {
  /** Row id. */
  id: number;
  change: ItemChange;
}

/** Corrects what is said of items that stand; what was taken out stays as it was. A change of nothing leaves no trace. */
export async function changeItems({ platform }: Pick<Tools, 'platform'>, wishes: readonly ChangeItem[]): Promise<void> {
  const prefix = placeIn(wishes, 'items');
  await platform.transaction(async () => {
    const today = platform.clock.today();
    const locked = await lockItems(
      { platform },
      wishes.map(({ id }) => id),
    );
    const store = installedItemsStore(platform.rows);
    const products = await store.products(locked.map(({ product }) => product));
    const changed = locked.flatMap((item, index) => {
      if (item.state !== 'installed') {
        throw conflict('installed_item.gone', { params: { serial: item.serial } });
      }
      const { warrantyMonths: months } = must(products.find(({ id }) => id === item.product));
      const after = atField(prefix(index), () => changeItem(item, must(wishes[index]).change, { months, today }));
      const different = differences(item, after);
      return different ? [{ index, after, different }] : [];
    });
    await refuseStanding(
      { platform },
      changed.map(({ after }) => after),
      (place) => `${prefix(must(changed[place]).index)}serial`,
    );
    await store.update(
      changed.map(({ after: { id, serial, site, installedOn, warrantyUntil } }) => ({
        ...{ id, serial, site, installedOn, warrantyUntil },
      })),
    );
    await platform.events.record(
      changed.map(
        ({ after, different }): NewEvent =>
          itemEvent('installed_item.changed', after, { before: different.before, ...different.after }),
      ),
    );
  });
}
