import { badInput, conflict, type CivilDate } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { firstDayOff } from '../domain/intervals';
import { neverWas } from '../domain/line-chain';
import { contractNextBillOn } from '../domain/contract';
import { shiftedLines } from '../domain/shifted-lines';
import type { SuspensionLetter } from '../domain/suspension-letter';
import { contractsStore } from '../stores/contracts';
import { contractEvent } from './contract-events';
import { creditUnused, openOf } from './credit-unused';
import { billedOf, intervalsOf, type LockedContract, lockContracts } from './lock-contracts';
import { must } from './must';

export interface SuspendWish {
  id: number;
  /** The first day on which it is off: today or later, and after all days off that are told already. */
  from: CivilDate;
  reason: string;
  /** Of a service that is off until a debt is paid: what its letter says. */
  letter?: SuspensionLetter;
}

function refuseIdle({ contract }: LockedContract): void {
  if (contract.state === 'active') return;
  throw conflict('contract.not_active', { params: { contract: contract.number ?? '', state: contract.state } });
}

/** Contracts are off from a day on. What that does to their bills, their lines say. */
export async function suspendContracts(tools: Tools, wishes: readonly SuspendWish[]): Promise<void> {
  const { platform } = tools;
  const today = platform.clock.today();
  await platform.transaction(async () => {
    const locked = await lockContracts(
      tools,
      wishes.map(({ id }) => id),
    );
    const store = contractsStore(platform.rows);
    const suspended = wishes.map(({ id, from, reason, letter = null }) => {
      const one = must(locked.find(({ contract }) => contract.id === id));
      refuseIdle(one);
      if (openOf(one))
        throw conflict('contract.suspended_already', { params: { contract: one.contract.number ?? '' } });
      if (from < today) throw badInput('contract.suspends_in_past', { field: 'from', params: { today } });
      const first = firstDayOff(intervalsOf(one.suspensions), today);
      if (from < first) {
        const { number } = one.contract;
        throw conflict('contract.off_until', { field: 'from', params: { contract: number ?? '', on: first } });
      }
      const cause = letter === null ? ('staff' as const) : ('debt' as const);
      return { one, facts: { contract: id, startsOn: from, resumesOn: null, reason, cause, letter } };
    });
    await store.suspend(suspended.map(({ facts }) => facts));
    await store.update(
      suspended.map(({ one, facts }) => ({
        id: one.contract.id,
        nextBillOn: contractNextBillOn(one.lines, {
          ...billedOf(one),
          suspensions: intervalsOf([...one.suspensions, facts]),
        }),
      })),
    );
    await platform.events.record(
      suspended.map(({ one: { contract }, facts }) =>
        contractEvent('contract.suspended', contract, {
          ...{ state: contract.state, startsOn: facts.startsOn, reason: facts.reason, cause: facts.cause },
        }),
      ),
    );
  });
}

export interface ResumeWish {
  id: number;
  /** The first day on which it is on again. */
  on: CivilDate;
}

/**
 * Contracts are on again from a day on: lines that stop give back what was paid and not used, lines that shift end later,
 * and each goes on being billed from there.
 */
export async function resumeContracts(tools: Tools, wishes: readonly ResumeWish[]): Promise<void> {
  const { platform } = tools;
  const today = platform.clock.today();
  await platform.transaction(async () => {
    const locked = await lockContracts(
      tools,
      wishes.map(({ id }) => id),
    );
    const store = contractsStore(platform.rows);
    const resumed = wishes.map(({ id, on }) => {
      const one = must(locked.find(({ contract }) => contract.id === id));
      refuseIdle(one);
      const open = openOf(one);
      if (!open) throw conflict('contract.not_suspended', { params: { contract: one.contract.number ?? '' } });
      if (on < today) throw badInput('contract.resumes_in_past', { field: 'on', params: { today } });
      // Thought better of before it began: then it never was.
      const resumesOn = on < open.startsOn ? open.startsOn : on;
      const before = intervalsOf(one.suspensions.filter(({ id: of }) => of !== open.id));
      const lines = shiftedLines(one.lines, before, { from: open.startsOn, to: resumesOn });
      const ends = lines.filter((line) => !neverWas(line)).map(({ endsOn }) => endsOn);
      return {
        ...{ one, open, resumesOn, lines },
        endsOn: ends.some((end) => end === null)
          ? null
          : (ends
              .flatMap((end) => end ?? [])
              .sort()
              .at(-1) ?? null),
        suspensions: one.suspensions.map((row) => (row.id === open.id ? { ...row, resumesOn } : row)),
      };
    });
    await store.resume(resumed.map(({ open: { id }, resumesOn }) => ({ id, resumesOn })));
    await store.updateLines(
      resumed.flatMap(({ lines }) =>
        lines.map(({ id, startsOn, endsOn, countedFrom, prices }) => ({ id, startsOn, endsOn, countedFrom, prices })),
      ),
    );
    await store.update(
      resumed.map(({ one, lines, endsOn, suspensions }) => ({
        id: one.contract.id,
        endsOn,
        nextBillOn: contractNextBillOn(lines, { ...billedOf(one), suspensions: intervalsOf(suspensions) }),
      })),
    );
    await platform.events.record(
      resumed.map(({ one: { contract }, open, resumesOn }) =>
        contractEvent('contract.resumed', contract, { state: contract.state, resumesOn, cause: open.cause }),
      ),
    );
    for (const { one, open, resumesOn } of resumed) {
      await creditUnused(tools, one, { from: open.startsOn, to: resumesOn });
    }
  });
  platform.afterCommit(() => platform.jobs.poke());
}
