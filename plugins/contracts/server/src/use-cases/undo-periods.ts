import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { contractNextBillOn } from '../domain/contract';
import { contractsStore } from '../stores/contracts';
import { type PeriodRow, periodsStore } from '../stores/periods';
import { contractEvent } from './contract-events';
import { billedOf, lockContracts } from './lock-contracts';

/** Periods that were billed were not: the next run bills them as their contract stands then. */
export async function undoBilled(tools: Tools, undone: readonly PeriodRow[]): Promise<void> {
  if (undone.length === 0) return;
  const { platform } = tools;
  await platform.transaction(async () => {
    const locked = await lockContracts(tools, [...new Set(undone.map(({ contract }) => contract))]);
    await periodsStore(platform.rows).undo(
      undone.map(({ id }) => id),
      platform.clock.now(),
    );
    const gone = new Set(undone.map(({ id }) => id));
    const running = locked.filter(({ contract }) => contract.state === 'active');
    await contractsStore(platform.rows).update(
      running.map((one) => ({
        id: one.contract.id,
        nextBillOn: contractNextBillOn(
          one.lines,
          billedOf({ ...one, periods: one.periods.filter(({ id }) => !gone.has(id)) }),
        ),
      })),
    );
    const counts = new Map<number, number>();
    for (const { contract } of undone) counts.set(contract, (counts.get(contract) ?? 0) + 1);
    await platform.events.record(
      locked.map(({ contract }) =>
        contractEvent('contract.unbilled', contract, {
          state: contract.state,
          periods: counts.get(contract.id) ?? 0,
        }),
      ),
    );
  });
}

/** Invoices were void, or credited whole by whoever undoes their run: what they asked for was not billed. */
export const undoPeriods = async (tools: Tools, invoices: readonly number[]): Promise<void> =>
  undoBilled(tools, await periodsStore(tools.platform.rows).ofInvoices(invoices));
