import type { Made, NewEvent, Ref, Tools } from '@sanya/strapi-plugin-platform/kit';
import { conflict, move, notFound } from '@sanya/strapi-plugin-platform/kernel';
import { CUSTOMER } from '../content-types/types';
import { customerMachine } from '../domain/customer';
import { type MergeField, named, refuseMerge, taken } from '../domain/merge';
import { type CustomerRow, customerStore } from '../stores/customers';
import { mergeStore } from '../stores/merges';
import { updateCustomers } from './update-customers';

export interface MergeWish {
  /** Row ids of the one that stays and the one that goes. */
  survivor: number;
  merged: number;
  /** What of the one that goes is taken over. */
  take: readonly MergeField[];
}

type Needs = Pick<Tools, 'platform'>;

/** Both, locked where they are to be merged. A change of either that waits for its approval would lose its subject. */
async function partiesOf({ platform }: Needs, { survivor, merged }: MergeWish, rows: readonly CustomerRow[]) {
  const stays = rows.find(({ id }) => id === survivor);
  const goes = rows.find(({ id }) => id === merged);
  if (!stays || !goes) throw notFound('customer.unknown');
  refuseMerge(stays, goes);
  const asked = await platform.approvals.of(CUSTOMER, [survivor, merged]);
  const waiting = asked.find(({ state }) => state === 'asked');
  if (waiting) throw conflict('customer.edit_waits', { params: { customer: waiting.subjectName } });
  return { stays, goes };
}

/** Says why two customers cannot be merged as they are; nothing where they can. */
export async function checkMerge(tools: Needs, wish: MergeWish): Promise<void> {
  const { goes } = await partiesOf(
    tools,
    wish,
    await customerStore(tools.platform).byIds([wish.survivor, wish.merged]),
  );
  move(customerMachine, goes.state, 'merge');
}

/**
 * Makes two customers one: all that points at the one that goes moves to the one that stays, whose words change only
 * where they are told to. Documents keep what they say. The one that goes stays as a row that leads to the other.
 */
export async function mergeCustomers(tools: Needs, wish: MergeWish): Promise<Ref & { made: Made; code: string }> {
  const { platform } = tools;
  return platform.transaction(async () => {
    const store = customerStore(platform);
    const { stays, goes } = await partiesOf(tools, wish, await store.lock([wish.survivor, wish.merged]));
    const state = move(customerMachine, goes.state, 'merge');
    // First: two active customers never have one tax id.
    await store.update([{ id: goes.id, state, mergedInto: stays.id }]);
    const change = taken(goes, wish.take);
    const [after] = await updateCustomers(tools, [{ id: stays.id, change }]);
    const made = await platform.moves.make(CUSTOMER, goes.id, stays.id);
    const ref = await mergeStore(platform).insert({
      ...{ survivor: stays.id, merged: goes.id, state: 'standing', move: made.move },
      mergedState: goes.state === 'closed' ? 'closed' : 'active',
      before: named(stays, change),
      after: named(after ?? stays, change),
      ...{ moved: made.moved, leftOut: made.leftOut },
      ...{ mergedAt: platform.clock.now(), mergedBy: platform.caller().key },
      ...{ back: null, stayed: null, undoneAt: null, undoneBy: null },
    });
    await platform.events.record(
      // In the timeline of both.
      [stays, goes].map(
        ({ id, documentId }): NewEvent => ({
          name: 'customer.merged',
          subject: { type: CUSTOMER, id, documentId },
          customer: id,
          before: { code: goes.code, name: goes.name },
          after: { code: stays.code, name: (after ?? stays).name },
        }),
      ),
    );
    return { id: ref?.id ?? 0, documentId: ref?.documentId ?? '', made, code: stays.code };
  });
}
