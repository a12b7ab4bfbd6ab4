import { move, notFound } from '../../../kernel/src';
import type { ApprovalKind, ApprovalRow, Approvals, NewApproval } from '../../../kit/src/approvals';
import type { Tools } from '../../../kit/src/plugin';
import type { Registry } from '../core/registry';
import { approvalEvent } from './approval-events';
import { askedMails } from './approval-mail';
import { createApprovalStore } from './approval-store';
import { approvalLife } from './approval-life';
import { isWithin } from './limits';
import type { People } from './people';

export interface DeclaredKind extends ApprovalKind {
  /** In full: `plugin::billing.refund.approve`. */
  right: string;
}

/** The kinds that the plugins of this site declare, in the order of the house. */
export const declaredKinds = (registry: Registry): DeclaredKind[] =>
  registry
    .all()
    .flatMap(({ id, approvals = [] }) =>
      approvals.map((kind) => ({ ...kind, right: `plugin::${id}.${kind.permission}` })),
    );

export const kindOf = (registry: Registry, code: string): DeclaredKind => {
  const kind = declaredKinds(registry).find((one) => one.code === code);
  if (!kind) throw notFound('approval.kind_unknown', { field: 'kind' });
  return kind;
};

interface Needs extends Tools {
  registry: Registry;
  people: People;
}

/** Approvals as use cases ask for them. */
export function createApprovals({ strapi, platform, registry, people }: Needs): Approvals {
  const store = () => createApprovalStore(platform.rows);

  function rowOf(question: NewApproval): Omit<ApprovalRow, 'id' | 'documentId'> {
    const { kind, subject, customer, words, amount, currency, reason, payload } = question;
    const caller = platform.caller();
    const say = (language: 'th' | 'en'): string =>
      words.map(({ code, params }) => platform.messages.say(language, code, params)).join(' ');
    return {
      kind,
      state: 'asked',
      subjectType: subject.type,
      subjectId: subject.id,
      subjectDocumentId: subject.documentId,
      subjectName: subject.name,
      customerId: customer?.id ?? null,
      customerName: customer?.name ?? null,
      words: { th: say('th'), en: say('en') },
      amount: amount ?? null,
      currency: currency ?? null,
      reason: reason ?? null,
      payload: payload ?? null,
      askedBy: caller.key,
      askedByName: caller.name,
      askedAt: platform.clock.now(),
      decidedBy: null,
      decidedByName: null,
      decidedAt: null,
      comment: null,
    };
  }

  return {
    async mayAlone(code, measure) {
      const { kind: who, userId } = platform.caller();
      // Limits are of people of the house: what members may is said by the rules of the things themselves.
      if (who !== 'staff' || userId === undefined) return true;
      return isWithin(kindOf(registry, code), await people.rolesOf(userId), await store().limits(), measure);
    },

    async ask(questions) {
      if (questions.length === 0) return [];
      const rows = questions.map(rowOf);
      const refs = await store().insert(rows);
      const asked = rows.map((row, index): ApprovalRow => ({ id: 0, documentId: '', ...row, ...refs[index] }));
      await platform.events.record(asked.map((approval) => approvalEvent('asked', approval)));
      for (const code of new Set(asked.map((approval) => approval.kind))) {
        const kind = kindOf(registry, code);
        const deciders = await people.holding(kind.right);
        const own = asked.filter((approval) => approval.kind === code);
        await platform.mail.queue(own.flatMap((approval) => askedMails(strapi, kind, approval, deciders)));
      }
      return refs;
    },

    of: (type, ids) => store().of(type, ids),

    async withdraw(type, ids) {
      const waiting = (await store().of(type, ids)).filter(({ state }) => state === 'asked');
      if (waiting.length === 0) return;
      const { key, name } = platform.caller();
      const after = waiting.map((approval) => ({ ...approval, state: move(approvalLife, approval.state, 'withdraw') }));
      await store().update(
        after.map(({ id, state }) => ({
          id,
          state,
          decidedBy: key,
          decidedByName: name,
          decidedAt: platform.clock.now(),
        })),
      );
      await platform.events.record(after.map((approval) => approvalEvent('withdrawn', approval)));
    },
  };
}
