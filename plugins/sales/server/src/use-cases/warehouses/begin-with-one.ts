import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { shelvesStore, warehousesStore } from '../../stores/warehouses';
import { must } from '../must';

const FIRST = 'MAIN';

/** Every house has a warehouse, and its stock lies in one: a site from before there were any wakes up with all of it there. */
export const beginWithOneWarehouse = ({ platform }: Tools): Promise<void> =>
  platform.transaction(async () => {
    const store = warehousesStore(platform.rows);
    const isThere = (await store.all()).some(({ isDefault }) => isDefault);
    if (!isThere) {
      const name = platform.messages.say('th', 'warehouse.first');
      await store.insert(
        [{ code: FIRST, name, address: null, branch: null, state: 'active', isDefault: true }],
        // Another instance that starts at the same moment may be quicker.
        'ignore',
      );
    }
    const place = must((await store.all()).find(({ isDefault }) => isDefault));
    await shelvesStore(platform.rows).house(place.id);
  });
