import { keepProblem } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { contractsStore } from '../stores/contracts';
import { runsStore } from '../stores/runs';
import { contractEvent } from './contract-events';
import { type LockedContract, lockContracts } from './lock-contracts';

/** What began, is over or was seen to holds nobody up any more. */
export const NOT_PARKED = { problem: null, parkedAt: null } as const;

interface ParkWish {
  contract: number;
  error: unknown;
}

async function setAside({ platform }: Tools, { contract }: LockedContract, error: unknown): Promise<void> {
  const problem = keepProblem(error);
  await contractsStore(platform.rows).update([{ id: contract.id, problem, parkedAt: platform.clock.now() }]);
  if (contract.parkedAt !== null) return;
  await platform.events.record([contractEvent('contract.parked', contract, { state: contract.state })]);
}

/** What cannot be billed is set aside with its reason, and stops no other. */
export async function parkUnbilled(tools: Tools, { contract, run, error }: ParkWish & { run: number }): Promise<void> {
  const { platform } = tools;
  await platform.transaction(async () => {
    const [locked] = await lockContracts(tools, [contract]);
    if (!locked || locked.contract.parkedAt !== null) return;
    await setAside(tools, locked, error);
    await runsStore(platform.rows).add(run, { ...{ contracts: 0, invoices: 0, periods: 0, total: 0n }, parked: 1 });
  });
}

/** So is what cannot begin or end on its day; the day after it is tried again. */
export async function parkUnturned(tools: Tools, { contract, error }: ParkWish): Promise<void> {
  await tools.platform.transaction(async () => {
    const [locked] = await lockContracts(tools, [contract]);
    const isWaiting = locked?.contract.state === 'awaiting_start' || locked?.contract.state === 'active';
    if (locked && isWaiting) await setAside(tools, locked, error);
  });
}

/** Somebody has seen to it: it is taken up again. */
export async function retryContracts(tools: Tools, ids: readonly number[]): Promise<void> {
  const { platform } = tools;
  await platform.transaction(async () => {
    const parked = (await lockContracts(tools, ids)).filter(({ contract }) => contract.parkedAt !== null);
    await contractsStore(platform.rows).update(parked.map(({ contract: { id } }) => ({ id, ...NOT_PARKED })));
    await platform.events.record(
      parked.map(({ contract }) => contractEvent('contract.unparked', contract, { state: contract.state })),
    );
  });
  platform.afterCommit(() => platform.jobs.poke());
}
