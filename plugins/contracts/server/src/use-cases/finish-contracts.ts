import { addDays, move, type CivilDate } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { contractMachine } from '../domain/contract-machine';
import { contractsStore } from '../stores/contracts';
import { contractEvent } from './contract-events';
import { creditUnused, openOf } from './credit-unused';
import { type LockedContract, lockContracts } from './lock-contracts';
import { NOT_PARKED } from './park-contracts';

const isOver = ({ contract: { state, endsOn, nextBillOn } }: LockedContract, today: CivilDate): boolean =>
  state === 'active' && endsOn !== null && endsOn < today && nextBillOn === null;

/** What shifts ends as many days later as it is off: how many, is known when it is on again. */
export const isShifting = (one: LockedContract): boolean => {
  const off = openOf(one);
  const ends = one.contract.endsOn;
  if (!off || (ends !== null && off.startsOn > ends)) return false;
  return one.lines.some(({ whileSuspended }) => whileSuspended === 'shift');
};

/** The suspension that is over with its contract; one that was to begin later never was. */
export function closing(one: LockedContract, endsOn: CivilDate | null) {
  const open = openOf(one);
  if (!open) return undefined;
  const from = open.startsOn;
  return { id: open.id, from, to: endsOn !== null && from <= endsOn ? addDays(endsOn, 1) : from };
}

/** Contracts whose last day is over, and of which nothing is to be billed any more. */
export async function endOverdue(tools: Tools, ids: readonly number[]): Promise<void> {
  const { platform } = tools;
  const today = platform.clock.today();
  await platform.transaction(async () => {
    const over = (await lockContracts(tools, ids)).filter((one) => isOver(one, today) && !isShifting(one));
    await finishOver(
      tools,
      over.map((one) => ({ one, reason: one.contract.endReason })),
    );
  });
}

/** They are over, and lines that stop give back what was not used while they were off. */
export async function finishOver(
  tools: Tools,
  over: readonly { one: LockedContract; reason: string | null }[],
): Promise<void> {
  await finish(tools, over);
  for (const { one } of over) {
    const off = closing(one, one.contract.endsOn);
    if (off) await creditUnused(tools, one, off);
  }
}

/** They are over, and with them what they were suspended for. */
export async function finish(
  { platform }: Tools,
  over: readonly { one: LockedContract; reason: string | null; endsOn?: CivilDate }[],
): Promise<void> {
  const endedAt = platform.clock.now();
  const ended = over.map(({ one: { contract }, reason, endsOn = contract.endsOn ?? undefined }) => ({
    ...{ contract, reason, endsOn, state: move(contractMachine, contract.state, 'end') },
  }));
  const store = contractsStore(platform.rows);
  await store.resume(
    over.flatMap(({ one, endsOn = one.contract.endsOn }) => {
      const off = closing(one, endsOn);
      return off ? [{ id: off.id, resumesOn: off.to }] : [];
    }),
  );
  await store.update(
    ended.map(({ contract: { id }, state, reason, endsOn = null }) => ({
      ...{ id, state, endedAt, endsOn, endReason: reason, nextBillOn: null },
      ...NOT_PARKED,
    })),
  );
  await platform.events.record(
    ended.map(({ contract, state, endsOn, reason }) =>
      contractEvent('contract.ended', contract, { state, endsOn, reason }),
    ),
  );
}
