import { addDays, compareDates, type CivilDate } from '@sanya/strapi-plugin-platform/kernel';
import type { ContractState } from './contract-machine';
import { neverWas } from './line-chain';

export const LINE_STATES = ['upcoming', 'in_progress', 'to_renew', 'closed'] as const;
export type LineState = (typeof LINE_STATES)[number];

/** How a line stands on a day: nobody stores what only time changes. */
export function lineStateOn(
  line: { startsOn: CivilDate | null; endsOn: CivilDate | null },
  contract: { state: ContractState; noticeDays: number },
  day: CivilDate,
): LineState {
  const { startsOn, endsOn } = line;
  if (contract.state === 'ended' || contract.state === 'cancelled') return 'closed';
  if (neverWas(line) || (endsOn !== null && compareDates(endsOn, day) < 0)) return 'closed';
  if (contract.state !== 'active' || startsOn === null || compareDates(day, startsOn) < 0) return 'upcoming';
  const isNear = endsOn !== null && compareDates(endsOn, addDays(day, contract.noticeDays)) <= 0;
  return isNear ? 'to_renew' : 'in_progress';
}
