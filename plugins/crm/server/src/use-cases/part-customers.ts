import type { NewEvent, Tools, Undone } from '@sanya/strapi-plugin-platform/kit';
import { conflict, move, notFound } from '@sanya/strapi-plugin-platform/kernel';
import { CUSTOMER } from '../content-types/types';
import { customerMachine } from '../domain/customer';
import { givenBack } from '../domain/merge';
import { customerStore } from '../stores/customers';
import { mergeStore } from '../stores/merges';
import { refuseTakenTaxIds } from './refuse-taken-tax-ids';
import { updateCustomers } from './update-customers';

/**
 * Undoes a merge: what was moved goes back, and the words that nobody changed since. What came after the merge stays
 * with the survivor, and so does what hangs together with it.
 */
export async function partCustomers({ platform }: Pick<Tools, 'platform'>, id: number): Promise<Undone> {
  return platform.transaction(async () => {
    const store = customerStore(platform);
    const merges = mergeStore(platform);
    const seen = await merges.byId(id);
    if (!seen) throw notFound('merge.unknown');
    const rows = await store.lockMerged([seen.survivor, seen.merged]);
    const merge = await merges.byId(id);
    const survivor = rows.find((row) => row.id === seen.survivor);
    const parted = rows.find((row) => row.id === seen.merged);
    if (!merge || !survivor || !parted) throw notFound('merge.unknown');
    if (merge.state !== 'standing') throw conflict('move.undone');
    const undone = await platform.moves.undo(merge.move);
    await updateCustomers({ platform }, [{ id: survivor.id, change: givenBack(survivor, merge.before, merge.after) }]);
    const state = move(customerMachine, parted.state, merge.mergedState === 'active' ? 'part' : 'part_closed');
    if (state === 'active') await refuseTakenTaxIds(platform, [parted], () => '');
    await store.update([{ id: parted.id, state, mergedInto: null }]);
    await merges.update({
      ...{ id, state: 'undone', back: undone.back, stayed: undone.stays },
      ...{ undoneAt: platform.clock.now(), undoneBy: platform.caller().key },
    });
    await platform.events.record(
      [survivor, parted].map(
        ({ id: row, documentId }): NewEvent => ({
          name: 'customer.parted',
          subject: { type: CUSTOMER, id: row, documentId },
          customer: row,
          before: { code: survivor.code, name: survivor.name },
          after: { code: parted.code, name: parted.name },
        }),
      ),
    );
    return undone;
  });
}
