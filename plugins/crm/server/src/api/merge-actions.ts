import { type Caller, defineAction, type Platform, rowId } from '@sanya/strapi-plugin-platform/kit';
import { forbidden, isRefusal } from '@sanya/strapi-plugin-platform/kernel';
import { CUSTOMER, CUSTOMER_MERGE } from '../content-types/types';
import { groupAlike } from '../domain/alike';
import { CREDIT_FIELDS, type MergeField } from '../domain/merge';
import { findSharing } from '../stores/alike';
import { distinctionStore } from '../stores/distinctions';
import { mergeStore } from '../stores/merges';
import { checkMerge, mergeCustomers } from '../use-cases/merge-customers';
import { partCustomers } from '../use-cases/part-customers';
import { alikeCustomers, customersMerged, mergePreview, mergeUndone } from './merge-answers';
import { customerMerge, mergeQuestion, nothing } from './shapes';

const MOST_GROUPS = 100;

const otherOf = (platform: Platform, documentId: string): Promise<number> =>
  rowId(platform, CUSTOMER, documentId, 'customer.unknown', 'other');

/** What is taken over is set, and needs the same rights. */
function refuseUnentitled(caller: Caller, take: readonly MergeField[]): void {
  if (take.some((field) => CREDIT_FIELDS.includes(field)) && !caller.can('plugin::crm.customer.credit')) {
    throw forbidden('customer.credit_not_yours', { field: 'take' });
  }
  if (take.includes('owner') && !caller.can('plugin::crm.customer.assign')) {
    throw forbidden('customer.owner_not_yours', { field: 'take' });
  }
}

/** In the reader's words why it cannot be; null where it can. */
async function refusalOf(platform: Platform, work: () => Promise<unknown>): Promise<string | null> {
  try {
    await work();
    return null;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return platform.messages.say(platform.caller().language, error.code, error.params);
  }
}

const NOTHING_MOVES = { back: [], stays: [] } as const;

export const mergeActions = [
  defineAction({
    name: 'listAlikeCustomers',
    summary: 'Customers who share a tax id and branch, a name, a phone number or a mail address',
    staff: { method: 'GET', path: '/customers/alike', permission: 'customer.merge' },
    input: nothing,
    output: alikeCustomers,
    writes: false,
    run: async ({ strapi, platform, caller }) => {
      const distinct = await distinctionStore(platform).pairs();
      // Of each mark a pair is in one group, so that this many are enough whatever was said.
      const sharing = await findSharing(platform, MOST_GROUPS + distinct.length);
      const groups = groupAlike(sharing, distinct).slice(0, MOST_GROUPS);
      const rows = (await strapi.db.query(CUSTOMER).findMany({
        where: {
          $and: [
            { id: { $in: groups.flatMap(({ customers }) => customers) } },
            platform.visible.filter(caller, CUSTOMER),
          ],
        },
        select: ['id', 'documentId', 'code', 'name', 'state', 'taxId', 'branchCode', 'phone', 'email'],
      })) as ({ id: number } & Record<string, unknown>)[];
      const shown = new Map(rows.map(({ id, ...row }) => [id, row]));
      return groups
        .map(({ reasons, customers }) => ({ reasons, customers: customers.flatMap((id) => shown.get(id) ?? []) }))
        .filter(({ customers }) => customers.length > 1) as never;
    },
  }),
  defineAction({
    name: 'previewCustomerMerge',
    summary: 'What a merge of two customers would move, and why it cannot be made where it cannot',
    subject: CUSTOMER,
    staff: { method: 'GET', path: '/customers/:id/merge', permission: 'customer.merge' },
    input: mergeQuestion,
    output: mergePreview,
    writes: false,
    run: async ({ platform, subject, input }) => {
      const other = await otherOf(platform, input.other);
      const refused = await refusalOf(platform, () =>
        checkMerge({ platform }, { survivor: subject.id, merged: other, take: [] }),
      );
      const counts = await platform.moves.counts(CUSTOMER, [subject.id, other]);
      return { refused, has: counts.get(subject.id) ?? [], moves: counts.get(other) ?? [] };
    },
  }),
  defineAction({
    name: 'mergeCustomers',
    summary: 'Merge another customer into this one: all that is the other’s becomes this one’s',
    subject: CUSTOMER,
    staff: { method: 'POST', path: '/customers/:id/merge', permission: 'customer.merge' },
    input: customerMerge,
    output: customersMerged,
    run: async ({ platform, caller, subject, input }) => {
      refuseUnentitled(caller, input.take);
      const merged = await otherOf(platform, input.other);
      const { documentId, made } = await mergeCustomers(
        { platform },
        { survivor: subject.id, merged, take: input.take },
      );
      return { documentId, survivor: subject.documentId, moved: made.moved, leftOut: made.leftOut };
    },
  }),
  defineAction({
    name: 'previewMergeUndoing',
    summary: 'What would go back and what would stay if a merge of customers were undone',
    subject: CUSTOMER_MERGE,
    staff: { method: 'GET', path: '/customer-merges/:id/undo', permission: 'customer.merge' },
    input: nothing,
    output: mergeUndone,
    writes: false,
    run: async ({ platform, subject }) => {
      const merge = await mergeStore(platform).byId(subject.id);
      let foreseen: Awaited<ReturnType<typeof platform.moves.foresee>> = NOTHING_MOVES;
      const refused = await refusalOf(platform, async () => {
        foreseen = await platform.transaction(() => platform.moves.foresee(merge?.move ?? 0));
      });
      return { ...foreseen, refused };
    },
  }),
  defineAction({
    name: 'undoCustomerMerge',
    summary: 'Undo a merge of customers: what came after it stays with the one that stayed',
    subject: CUSTOMER_MERGE,
    staff: { method: 'POST', path: '/customer-merges/:id/undo', permission: 'customer.merge' },
    input: nothing,
    output: mergeUndone,
    run: async ({ platform, subject }) => ({ ...(await partCustomers({ platform }, subject.id)), refused: null }),
  }),
];
