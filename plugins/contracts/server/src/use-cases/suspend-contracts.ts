import type { CivilDate } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { contractNextBillOn } from '../domain/contract';
import type { SuspensionLetter } from '../domain/suspension-letter';
import { contractsStore } from '../stores/contracts';
import { contractEvent } from './contract-events';
import { creditUnused } from './credit-unused';
import { billedOf, intervalsOf, lockContracts } from './lock-contracts';
import { must } from './must';
import { checkSuspension, planResumption } from './plan-suspension';

export interface SuspendWish {
  id: number;
  /** The first day on which it is off: today or later, and after all days off that are told already. */
  from: CivilDate;
  reason: string;
  /** Of a service that is off until a debt is paid: what its letter says. */
  letter?: SuspensionLetter;
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
      checkSuspension(one, from, today);
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
      return { one, ...planResumption(one, on, today) };
    });
    await store.resume(resumed.map(({ open: { id }, resumesOn }) => ({ id, resumesOn })));
    await store.updateLines(
      resumed.flatMap(({ lines }) =>
        lines.map(({ id, startsOn, endsOn, countedFrom, prices }) => ({ id, startsOn, endsOn, countedFrom, prices })),
      ),
    );
    await store.update(resumed.map(({ one, endsOn, nextBillOn }) => ({ id: one.contract.id, endsOn, nextBillOn })));
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
