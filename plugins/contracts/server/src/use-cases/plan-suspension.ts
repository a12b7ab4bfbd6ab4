import { badInput, conflict, type CivilDate } from '@sanya/strapi-plugin-platform/kernel';
import { contractNextBillOn } from '../domain/contract';
import { firstDayOff } from '../domain/intervals';
import { neverWas } from '../domain/line-chain';
import { shiftedLines } from '../domain/shifted-lines';
import type { ContractLineRow, SuspensionRow } from '../stores/contracts';
import type { PeriodCredit } from './credit-periods';
import { openOf, unusedPeriods } from './credit-unused';
import { billedOf, intervalsOf, type LockedContract } from './lock-contracts';
import { notActive } from './not-active';

function refuseIdle({ contract }: LockedContract): void {
  if (contract.state === 'active') return;
  throw notActive(contract);
}

/** Refuses to turn a contract off from a day on where it is off already, or was told to be on. */
export function checkSuspension(one: LockedContract, from: CivilDate, today: CivilDate): void {
  refuseIdle(one);
  const number = one.contract.number ?? '';
  if (openOf(one)) throw conflict('contract.suspended_already', { params: { contract: number } });
  if (from < today) throw badInput('contract.suspends_in_past', { field: 'from', params: { today } });
  const first = firstDayOff(intervalsOf(one.suspensions), today);
  if (from < first) throw conflict('contract.off_until', { field: 'from', params: { contract: number, on: first } });
}

/** What becomes of a contract that is on again. */
export interface PlannedResumption {
  open: SuspensionRow;
  /** The first day on which it is on. */
  resumesOn: CivilDate;
  /** With their new days. */
  lines: ContractLineRow[];
  endsOn: CivilDate | null;
  nextBillOn: CivilDate | null;
  /** What was billed whole and not used. */
  credits: PeriodCredit[];
}

export function planResumption(one: LockedContract, on: CivilDate, today: CivilDate): PlannedResumption {
  refuseIdle(one);
  const open = openOf(one);
  if (!open) throw conflict('contract.not_suspended', { params: { contract: one.contract.number ?? '' } });
  if (on < today) throw badInput('contract.resumes_in_past', { field: 'on', params: { today } });
  // Thought better of before it began: then it never was.
  const resumesOn = on < open.startsOn ? open.startsOn : on;
  const off = { from: open.startsOn, to: resumesOn };
  const before = intervalsOf(one.suspensions.filter(({ id }) => id !== open.id));
  const lines = shiftedLines(one.lines, before, off);
  const ends = lines.filter((line) => !neverWas(line)).map(({ endsOn }) => endsOn);
  const last = ends.flatMap((end) => end ?? []).sort();
  const suspensions = one.suspensions.map((row) => (row.id === open.id ? { ...row, resumesOn } : row));
  return {
    ...{ open, resumesOn, lines },
    endsOn: ends.includes(null) ? null : (last.at(-1) ?? null),
    nextBillOn: contractNextBillOn(lines, { ...billedOf(one), suspensions: intervalsOf(suspensions) }),
    credits: unusedPeriods(one, off),
  };
}
