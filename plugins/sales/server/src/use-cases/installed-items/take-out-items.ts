import { type CivilDate, move } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { itemMachine, type ItemVerb } from '../../domain/installed-item';
import { installedItemsStore, type ItemRow } from '../../stores/installed-items';
import { itemEvent } from './item-events';

const EVENT = { remove: 'installed_item.removed', replace: 'installed_item.replaced' } as const;

export interface TakeOut {
  item: ItemRow;
  on: CivilDate;
  reason: string;
  /** What more the log keeps: by which return, by which other. */
  more?: Record<string, unknown>;
}

/** Items that stand no longer. They are locked by whoever calls. */
export async function takeOutItems(
  { platform }: Pick<Tools, 'platform'>,
  verb: ItemVerb,
  outs: readonly TakeOut[],
): Promise<void> {
  const after = outs.map(({ item, on, reason }) => ({
    ...{ id: item.id, state: move(itemMachine, item.state, verb), removedOn: on, removeReason: reason },
  }));
  await installedItemsStore(platform.rows).update(after);
  await platform.events.record(
    outs.map(({ item, on, reason, more }, index) =>
      itemEvent(EVENT[verb], item, {
        before: { state: item.state },
        ...{ state: after[index]?.state, on, reason, ...more },
      }),
    ),
  );
}
