import { z } from 'zod';
import { type Call, defineAction } from '../../../kit/src/actions';
import { only } from '../../../kit/src/shapes';
import { coreOf } from '../core/core-of';
import { APPROVAL, createApprovalStore } from './approval-store';
import { decideApprovals, type Decision } from './decide-approvals';
import { declaredKinds } from './create-approvals';
import { changeLimits, listLimits } from './approval-limits';
import { approval, inbox, roleLimits } from './approval-answers';

const nothing = z.strictObject({});
const comment = z.strictObject({ comment: z.string().trim().max(500).optional() });
const because = z.strictObject({ comment: z.string().trim().min(1).max(500) });

async function decide(call: Call<{ comment?: string }>, verb: Decision['verb']) {
  const { strapi, platform, subject, input } = call;
  const { registry, people } = coreOf(strapi);
  await decideApprovals({ strapi, platform, registry, people }, [
    { approval: subject.id, verb, comment: input.comment },
  ]);
  const [row] = await createApprovalStore(platform.rows).byIds([subject.id]);
  return only(approval, row);
}

/** What waits for somebody's decision, and how it is decided. */
export const approvalActions = [
  defineAction({
    name: 'approvalInbox',
    summary: 'Who asks, which kinds of approval there are, which of them the caller decides, and how many wait',
    staff: { method: 'GET', path: '/approvals/inbox', permission: 'approval.read' },
    graphql: 'none',
    input: nothing,
    output: inbox,
    writes: false,
    run: async ({ strapi, platform, caller }) => {
      const kinds = declaredKinds(coreOf(strapi).registry).map(({ code, name, right }) => ({
        code,
        name,
        mayDecide: caller.can(right),
      }));
      const decided = kinds.filter((kind) => kind.mayDecide).map((kind) => kind.code);
      const waiting = await createApprovalStore(platform.rows).countWaiting(decided, caller.key);
      return { me: caller.key, kinds, waiting };
    },
  }),
  defineAction({
    name: 'grantApproval',
    summary: 'Grant what somebody else asked for: it is done at once',
    subject: APPROVAL,
    staff: { method: 'POST', path: '/approvals/:id/grant', permission: 'approval.decide' },
    graphql: 'none',
    input: comment,
    output: approval,
    run: (call) => decide(call, 'grant'),
  }),
  defineAction({
    name: 'refuseApproval',
    summary: 'Refuse what somebody else asked for, and say why',
    subject: APPROVAL,
    staff: { method: 'POST', path: '/approvals/:id/refuse', permission: 'approval.decide' },
    graphql: 'none',
    input: because,
    output: approval,
    run: (call) => decide(call, 'refuse'),
  }),
  defineAction({
    name: 'withdrawApproval',
    summary: 'Take back what one has asked for',
    subject: APPROVAL,
    staff: { method: 'POST', path: '/approvals/:id/withdraw', permission: 'approval.withdraw' },
    graphql: 'none',
    input: comment,
    output: approval,
    run: (call) => decide(call, 'withdraw'),
  }),
  defineAction({
    name: 'listApprovalLimits',
    summary: 'How far each role goes alone in what can be approved',
    staff: { method: 'GET', path: '/approval-limits', permission: 'approval-limit.read' },
    graphql: 'none',
    input: nothing,
    output: z.array(roleLimits),
    writes: false,
    run: ({ strapi, platform }) => listLimits({ strapi, platform }, coreOf(strapi)),
  }),
  defineAction({
    name: 'changeApprovalLimits',
    summary: 'Set how far roles go alone in one kind of thing; null lets a role go as far as it likes',
    staff: { method: 'PUT', path: '/approval-limits', permission: 'approval-limit.change' },
    graphql: 'none',
    input: z.strictObject({
      kind: z.string().max(60),
      limits: z
        .array(
          z.strictObject({
            role: z.string().max(60),
            most: z
              .string()
              .regex(/^\d{1,15}$/)
              .nullable(),
          }),
        )
        .max(100),
    }),
    output: roleLimits,
    run: ({ strapi, platform, input }) => changeLimits({ strapi, platform }, coreOf(strapi), input),
  }),
];
