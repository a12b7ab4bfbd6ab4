import { conflict } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { contractNextBillOn } from '../domain/contract';
import { contractsStore } from '../stores/contracts';
import { periodsStore } from '../stores/periods';
import { contractEvent } from './contract-events';
import { creditPeriods, type PeriodCredit } from './credit-periods';
import { billedOf, type LockedContract, lockContracts } from './lock-contracts';

/** What was billed for other days of the same period stands on such an invoice too: it is void before, or credited. */
function refuseCarried(locked: readonly LockedContract[], gone: ReadonlySet<number>): void {
  const carrying = locked
    .flatMap(({ periods }) => periods)
    .find(({ id, carriedFrom }) => carriedFrom && gone.has(carriedFrom) && !gone.has(id));
  if (carrying) throw conflict('contract.invoice_carries', { params: { from: carrying.startsOn } });
}

/** What an invoice took over from earlier ones is not asked for any more: it comes back, and the run bills all of it. */
async function giveBackCarried(tools: Tools, locked: readonly LockedContract[], gone: ReadonlySet<number>) {
  const { messages } = tools.platform;
  for (const { contract, customer, periods } of locked) {
    const carrying = periods.filter(({ id }) => gone.has(id));
    const credits = carrying.flatMap(({ carried, carriedFrom }): PeriodCredit[] => {
      const source = periods.find(({ id }) => id === carriedFrom && !gone.has(id));
      if (!source || !carried) return [];
      return [{ period: source, amount: carried, pricesIncludeTax: contract.pricesIncludeTax, asAsked: true }];
    });
    const [first] = carrying;
    if (!first) continue;
    const reason = messages.say(customer.language, 'contract.credit_changed', { from: first.startsOn });
    await creditPeriods(tools, credits, { cause: 'service_not_rendered', reason });
  }
}

/** Invoices were void: what they asked for was not billed, and the next run bills it as the contract stands then. */
export async function undoPeriods(tools: Tools, invoices: readonly number[]): Promise<void> {
  const { platform } = tools;
  const store = periodsStore(platform.rows);
  const undone = await store.ofInvoices(invoices);
  if (undone.length === 0) return;
  await platform.transaction(async () => {
    const locked = await lockContracts(tools, [...new Set(undone.map(({ contract }) => contract))]);
    const gone = new Set(undone.map(({ id }) => id));
    refuseCarried(locked, gone);
    await store.undo(
      undone.map(({ id }) => id),
      platform.clock.now(),
    );
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
    await giveBackCarried(tools, running, gone);
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
