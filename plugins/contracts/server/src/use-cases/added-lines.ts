import { addDays, compareDates, conflict, type CivilDate } from '@sanya/strapi-plugin-platform/kernel';
import { neverWas } from '../domain/line-chain';
import { pricesJoining, type TermsAhead } from '../domain/change-renewed';
import { checkLine, type ContractLineFacts, keepPrice, SINCE_EVER, termsOf } from '../domain/contract';
import { type DuePeriod, periodsDue } from '../domain/periods-due';
import type { ContractLineRow } from '../stores/contracts';
import { type ChangeWish, periodEndAt } from './change-wishes';
import { intervalsOf, type LockedContract } from './lock-contracts';
import type { NewLine } from './make-contracts';

export interface PlannedAddition {
  from: CivilDate;
  next: ContractLineFacts;
  /** What the run bills of it at once. */
  soon: DuePeriod[];
}

/** What the run bills of a new line at once. @param settled numbers of periods that are billed with the change itself */
export function soonOf(
  next: ContractLineFacts,
  { suspensions }: LockedContract,
  today: CivilDate,
  settled: ReadonlySet<number> = new Set(),
): DuePeriod[] {
  const terms = termsOf(next);
  return terms ? periodsDue(terms, { suspensions: intervalsOf(suspensions), billed: settled }, today) : [];
}

/** It has begun by a day: before its first there is no period of it to join. */
const hasBegun = ({ startsOn, countedFrom }: ContractLineRow, day: CivilDate): boolean => {
  const first = countedFrom ?? startsOn;
  return first !== null && compareDates(first, day) <= 0;
};

/** The line whose periods a new one is billed with: both stand on one invoice from then on. */
const peerOf = (
  { lines }: LockedContract,
  line: NewLine,
  { today, day }: { today: CivilDate; day: CivilDate },
): ContractLineRow | undefined =>
  lines.find(
    (one) =>
      !neverWas(one) &&
      hasBegun(one, day) &&
      (one.endsOn === null || compareDates(one.endsOn, today) >= 0) &&
      one.cycleUnit === line.cycleUnit &&
      one.cycleCount === line.cycleCount &&
      one.alignment === line.alignment &&
      one.whileSuspended === line.whileSuspended,
  );

/** Lines that join a running contract: they begin on the day, and end with it. */
export const planAdded = (
  one: LockedContract,
  wish: ChangeWish,
  {
    today,
    position,
    ahead,
    lines,
  }: {
    today: CivilDate;
    position: number;
    ahead: TermsAhead;
    /** As they were before the change. */
    lines: readonly ContractLineRow[];
  },
): PlannedAddition[] =>
  wish.add.map((line, index) => {
    checkLine(line, `add.${index}.`);
    const peer = peerOf(one, line, { today, day: wish.on ?? today });
    const end = wish.when === 'period_end' && peer ? periodEndAt(peer, one, today) : undefined;
    const from = wish.on ?? (end === undefined ? today : addDays(end, 1));
    const { endsOn } = one.contract;
    if (endsOn !== null && compareDates(from, endsOn) > 0) {
      throw conflict('contract.change_beyond_end', { field: `add.${index}`, params: { ends: endsOn } });
    }
    const prices = [keepPrice({ ...line, from: SINCE_EVER })];
    const terms = { ...ahead, from: one.contract.renewalTerms === null ? [] : ahead.from.filter((day) => day > from) };
    const next: ContractLineFacts = {
      ...line,
      ...{ contract: one.contract.id, position: position + index + 1, startsOn: from, endsOn },
      ...{ predecessor: null, minimumFrom: null, feeInvoice: null },
      countedFrom: peer ? (peer.countedFrom ?? peer.startsOn) : null,
      prices: pricesJoining({ ...line, prices }, lines, terms),
    };
    return { from, next, soon: soonOf(next, one, today) };
  });
