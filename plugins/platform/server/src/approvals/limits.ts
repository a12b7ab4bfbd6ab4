import type { RoleCode } from '../../../kit/src/plugin';
import type { ApprovalKind } from '../../../kit/src/approvals';

/** A limit that the owner has set; null: as far as one likes. */
export interface SetLimit {
  kind: string;
  /** Code of the role as the admin panel has it. */
  role: string;
  most: bigint | null;
}

const PREFIX = 'sanya-';

/** How far a role goes alone: what was set, else what the kind came with; null without a limit. */
export function limitOf(kind: ApprovalKind, role: string, set: readonly SetLimit[]): bigint | null {
  const own = set.find((one) => one.kind === kind.code && one.role === role);
  if (own) return own.most;
  const code = role.startsWith(PREFIX) ? (role.slice(PREFIX.length) as RoleCode) : undefined;
  return (code && kind.limits?.roles[code]) ?? null;
}

/** Whether somebody with these roles goes as far as this alone: the most generous role counts. */
export const isWithin = (
  kind: ApprovalKind,
  roles: readonly string[],
  set: readonly SetLimit[],
  measure: bigint,
): boolean =>
  roles.some((role) => {
    const most = limitOf(kind, role, set);
    return most === null || measure <= most;
  });
