import { formatQuantity, ONE, type CivilDate } from '@sanya/strapi-plugin-platform/kernel';
import type { KeptEntitlement } from '../domain/entitlement';
import type { ChangedEntitlements } from '../use-cases/entitlements/change-of-entitlements';

type Say = (code: string, params: Record<string, string>) => string;

const muchOf = (unit: KeptEntitlement['unit'], quantity: string, say: Say): string =>
  say(`contract.change_unit.${unit}.${quantity === formatQuantity(ONE) ? 'one' : 'many'}`, { quantity });

function rightOf({ unit, quantity, per, carries, most }: KeptEntitlement, say: Say): string {
  const right = say(`contract.change_right.${per}`, { much: muchOf(unit, quantity, say) });
  return carries === 'none' ? right : say(`contract.change_carries.${carries}`, { right, most: most ?? '' });
}

/** What becomes of what a line entitles to, in one sentence; none where nothing does. */
export function entitledSentence(change: ChangedEntitlements | null | undefined, from: CivilDate, say: Say): string[] {
  if (!change) return [];
  const listed = (parts: readonly string[]): string => parts.join(', ') || say('contract.change_no_rights', {});
  const params = {
    from,
    before: listed(change.before.map((one) => rightOf(one, say))),
    after: listed(change.after.map((one) => rightOf(one, say))),
  };
  if (change.standing === null) return [say('contract.change_entitled_later', params)];
  const left = listed(change.standing.map((one) => muchOf(one.unit, formatQuantity(one.left), say)));
  return [say('contract.change_entitled', { ...params, left })];
}
