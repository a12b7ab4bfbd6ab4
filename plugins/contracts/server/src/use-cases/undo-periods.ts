import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { contractNextBillOn } from '../domain/contract';
import { contractsStore } from '../stores/contracts';
import { periodsStore } from '../stores/periods';
import { contractEvent } from './contract-events';
import { billedOf, lockContracts } from './lock-contracts';

/** Invoices were void: what they asked for was not billed, and the next run bills it as the contract stands then. */
export async function undoPeriods(tools: Tools, invoices: readonly number[]): Promise<void> {
  const { platform } = tools;
  const store = periodsStore(platform.rows);
  const undone = await store.ofInvoices(invoices);
  if (undone.length === 0) return;
  await platform.transaction(async () => {
    const locked = await lockContracts(tools, [...new Set(undone.map(({ contract }) => contract))]);
    await store.undo(
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
    await platform.events.record(
      locked.map(({ contract }) =>
        contractEvent('contract.unbilled', contract, {
          state: contract.state,
          periods: undone.filter((period) => period.contract === contract.id).length,
        }),
      ),
    );
  });
}
