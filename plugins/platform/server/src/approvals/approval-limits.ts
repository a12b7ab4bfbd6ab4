import { badInput, notFound } from '../../../kernel/src';
import type { Tools } from '../../../kit/src/plugin';
import type { Registry } from '../core/registry';
import { APPROVAL_LIMIT, createApprovalStore } from './approval-store';
import { declaredKinds } from './create-approvals';
import { limitOf } from './limits';
import type { People } from './people';

interface Known {
  registry: Registry;
  people: People;
}

/** Every kind that knows limits, with how far each role goes; null: as far as it likes. */
export async function listLimits({ platform }: Tools, { registry, people }: Known) {
  const set = await createApprovalStore(platform.rows).limits();
  const roles = await people.all();
  return declaredKinds(registry).flatMap((kind) =>
    kind.limits
      ? [
          {
            code: kind.code,
            name: kind.name,
            unit: kind.limits.unit,
            roles: roles.map(({ code, name }) => ({ role: code, name, most: limitOf(kind, code, set) })),
          },
        ]
      : [],
  );
}

export interface LimitChange {
  kind: string;
  limits: readonly { role: string; most: string | null }[];
}

/** Sets limits of one kind; roles that are not named keep theirs. */
export const changeLimits = (tools: Tools, known: Known, { kind: code, limits }: LimitChange) =>
  tools.platform.transaction(async () => {
    const { platform } = tools;
    const kind = declaredKinds(known.registry).find((one) => one.code === code && one.limits);
    if (!kind) throw notFound('approval.kind_unknown', { field: 'kind' });
    const roles = new Set((await known.people.all()).map((role) => role.code));
    limits.forEach(({ role }, index) => {
      const isTwice = limits.findIndex((one) => one.role === role) < index;
      if (!roles.has(role) || isTwice) throw badInput('approval.role_unknown', { field: `limits.${index}.role` });
    });
    const store = createApprovalStore(platform.rows);
    const set = await store.limits();
    const changed = limits
      .map(({ role, most }) => ({ role, most: most === null ? null : BigInt(most), before: limitOf(kind, role, set) }))
      .filter(({ most, before }) => most !== before);
    const there = changed.flatMap(({ role, most }) => {
      const row = set.find((one) => one.kind === code && one.role === role);
      return row ? [{ id: row.id, most }] : [];
    });
    const fresh = changed.filter(({ role }) => !set.some((one) => one.kind === code && one.role === role));
    await store.updateLimits(there);
    const refs = await store.insertLimits(fresh.map(({ role, most }) => ({ kind: code, role, most })));
    const rowOf = (role: string) =>
      set.find((one) => one.kind === code && one.role === role) ?? refs[fresh.findIndex((one) => one.role === role)];
    await platform.events.record(
      changed.map(({ role, most, before }) => {
        const { id = 0, documentId = '' } = rowOf(role) ?? {};
        return {
          name: 'approval_limit.changed',
          subject: { type: APPROVAL_LIMIT, id, documentId },
          before: { kind: code, role, most: before },
          after: { kind: code, role, most },
        };
      }),
    );
    return (await listLimits(tools, known)).find((one) => one.code === code);
  });
