import type { CivilDate } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { checkRemovedOn } from '../../domain/installed-item';
import { must } from '../must';
import { lockItems } from './lock-items';
import { takeOutItems } from './take-out-items';

export interface RemoveItem {
  /** Row id. */
  id: number;
  /** Today unless told. */
  on?: CivilDate;
  reason: string;
}

/** Items were taken out. All of them or none. */
export async function removeItems({ platform }: Pick<Tools, 'platform'>, wishes: readonly RemoveItem[]): Promise<void> {
  await platform.transaction(async () => {
    const today = platform.clock.today();
    const locked = await lockItems(
      { platform },
      wishes.map(({ id }) => id),
    );
    const outs = locked.map((item, index) => {
      const { on = today, reason } = must(wishes[index]);
      checkRemovedOn(on, { installedOn: item.installedOn, today });
      return { item, on, reason };
    });
    await takeOutItems({ platform }, 'remove', outs);
  });
}
