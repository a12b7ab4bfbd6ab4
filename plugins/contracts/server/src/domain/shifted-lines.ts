import { addDays, type CivilDate } from '@sanya/strapi-plugin-platform/kernel';
import type { ContractLineFacts } from './contract';
import { neverWas } from './line-chain';

/**
 * A line of a contract that was off from a day on for so many days: what shifts ends as many days later, and what is to
 * take over from it begins later; not what was over.
 */
export function shiftedBy<
  Line extends Pick<ContractLineFacts, 'startsOn' | 'endsOn' | 'predecessor' | 'whileSuspended'>,
>(line: Line, from: CivilDate, days: number): Line {
  const { startsOn, endsOn } = line;
  if (line.whileSuspended !== 'shift' || neverWas(line)) return line;
  const waits = Boolean(line.predecessor) && startsOn !== null && startsOn > from;
  return {
    ...line,
    startsOn: waits ? addDays(startsOn, days) : startsOn,
    endsOn: endsOn !== null && (waits || endsOn >= from) ? addDays(endsOn, days) : endsOn,
  };
}
