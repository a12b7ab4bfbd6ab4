import { notFound } from '../../../kernel/src';
import type { ApprovalRow } from '../../../kit/src/approvals';
import type { Tools } from '../../../kit/src/plugin';
import type { Registry } from '../core/registry';
import { approvalEvent } from './approval-events';
import { decidedMail } from './approval-mail';
import { createApprovalStore } from './approval-store';
import { kindOf } from './create-approvals';
import { decideApproval, type Verdict } from './decide-approval';
import type { People } from './people';

export interface Decision {
  /** Row id. */
  approval: number;
  verb: Verdict['verb'];
  comment?: string | null;
}

interface Needs extends Tools {
  registry: Registry;
  people: People;
}

/** One approval of each kind together: what is granted is done in one go. */
const byKind = (approvals: readonly ApprovalRow[]): Map<string, ApprovalRow[]> => {
  const groups = new Map<string, ApprovalRow[]>();
  for (const one of approvals) groups.set(one.kind, [...(groups.get(one.kind) ?? []), one]);
  return groups;
};

/**
 * Decides questions and does at once what the decision means; where that is refused, nothing was decided. The customers
 * are locked before the questions, as by everything else that moves them; of two who decide at once one finds it decided.
 */
export const decideApprovals = (
  { strapi, platform, registry, people }: Needs,
  decisions: readonly Decision[],
): Promise<ApprovalRow[]> =>
  platform.transaction(async () => {
    const store = createApprovalStore(platform.rows);
    const ids = decisions.map((one) => one.approval);
    for (const [code, own] of byKind(await store.byIds(ids))) {
      const { locks } = kindOf(registry, code);
      const customers = own.flatMap((approval) => approval.customerId ?? []);
      if (locks && customers.length > 0) await platform.rows.byIds(locks, customers, { fields: [], lock: 'wait' });
    }
    const stored = new Map((await store.byIds(ids, 'wait')).map((row) => [row.id, row]));
    const caller = platform.caller();
    const decided = decisions.map(({ approval: id, verb, comment }): ApprovalRow => {
      const approval = stored.get(id);
      if (!approval) throw notFound('row.not_found', { field: 'id' });
      const mayDecide = caller.can(kindOf(registry, approval.kind).right);
      return {
        ...approval,
        state: decideApproval(approval, { verb, by: caller.key, mayDecide }),
        decidedBy: caller.key,
        decidedByName: caller.name,
        decidedAt: platform.clock.now(),
        comment: comment || null,
      };
    });
    await store.update(
      decided.map(({ id, state, decidedBy, decidedByName, decidedAt, comment }) => ({
        ...{ id, state, decidedBy, decidedByName, decidedAt, comment },
      })),
    );
    await platform.events.record(decided.map((approval) => approvalEvent(approval.state, approval)));

    for (const [code, own] of byKind(decided)) {
      const kind = kindOf(registry, code);
      const tools = { strapi, platform };
      const granted = own.filter(({ state }) => state === 'granted');
      // What is taken back comes to nothing, as what is refused.
      const undone = own.filter(({ state }) => state !== 'granted');
      if (granted.length > 0) await kind.granted(tools, granted);
      if (undone.length > 0) await kind.refused(tools, undone);
      const askers = new Map((await people.holding('plugin::platform.approval.read')).map((one) => [one.key, one]));
      await platform.mail.queue(
        own
          .filter(({ state }) => state !== 'withdrawn')
          .flatMap((approval) => {
            const asker = askers.get(approval.askedBy);
            return asker ? [decidedMail(strapi, kind, approval, asker)] : [];
          }),
      );
    }
    return decided;
  });
