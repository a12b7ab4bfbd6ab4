import fc from 'fast-check';
import { isRefusal } from '../../../plugins/platform/kernel/src';
import type { ApprovalState } from '../../../plugins/platform/kit/src/approvals';
import { decideApproval } from '../../../plugins/platform/server/src/approvals/decide-approval';
import { isWithin, limitOf } from '../../../plugins/platform/server/src/approvals/limits';
import { property } from '../../support/random';

const verdict = fc.record({
  verb: fc.constantFrom('grant' as const, 'refuse' as const, 'withdraw' as const),
  by: fc.constantFrom('staff:1', 'staff:2', 'staff:3'),
  mayDecide: fc.boolean(),
});

property(
  'however many decide, a question is decided once, by somebody else who may, or taken back by who asked',
  fc.array(verdict, { maxLength: 12 }),
  (verdicts) => {
    let state: ApprovalState = 'asked';
    const moves: ApprovalState[] = [];
    for (const one of verdicts) {
      try {
        state = decideApproval({ state, askedBy: 'staff:1', subjectName: 'SO-1' }, one);
        moves.push(state);
        if (state === 'withdrawn') expect(one.by).toBe('staff:1');
        else expect([one.by === 'staff:1', one.mayDecide]).toEqual([false, true]);
      } catch (error) {
        if (!isRefusal(error)) throw error;
      }
    }
    expect(moves.length).toBeLessThanOrEqual(1);
    expect(state).toBe(moves[0] ?? 'asked');
  },
);

const nothing = async (): Promise<void> => undefined;
const kind = {
  ...{ code: 'refund', name: { th: '', en: '' }, permission: 'refund.approve', granted: nothing, refused: nothing },
  limits: { unit: 'money' as const, roles: { billing: 500n } },
};
const role = fc.constantFrom('sanya-billing', 'sanya-owner', 'clerk');
const limit = fc.record({ kind: fc.constant('refund'), role, most: fc.option(fc.bigInt({ min: 0n, max: 1000n })) });

property(
  'the most generous role counts, what was set goes before what the kind came with, and nobody without a role is free',
  fc.tuple(fc.uniqueArray(role), fc.array(limit), fc.bigInt({ min: 0n, max: 1200n })),
  ([roles, set, measure]) => {
    const limits = roles.map((one) => limitOf(kind, one, set));
    const free = limits.some((most) => most === null || most >= measure);
    expect(isWithin(kind, roles, set, measure)).toBe(free);
    if (set.length === 0) expect(limitOf(kind, 'sanya-billing', set)).toBe(500n);
    if (roles.length === 0) expect(isWithin(kind, roles, set, measure)).toBe(false);
  },
);
