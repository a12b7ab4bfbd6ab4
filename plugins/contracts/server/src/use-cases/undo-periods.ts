import { conflict, keepWords } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { contractNextBillOn } from '../domain/contract';
import { contractsStore } from '../stores/contracts';
import { type PeriodRow, periodsStore } from '../stores/periods';
import { contractEvent } from './contract-events';
import { creditPeriods, type PeriodCredit } from './credit-periods';
import { billedOf, type LockedContract, lockContracts } from './lock-contracts';

/** What was billed for other days of the same period stands on such an invoice too: it is void before, or credited. */
function refuseCarried(locked: readonly LockedContract[], gone: ReadonlySet<string>): void {
  const carrying = locked
    .flatMap(({ periods }) => periods)
    .find(({ documentId, carriedFrom }) => !gone.has(documentId) && carriedFrom?.some((source) => gone.has(source)));
  if (carrying) throw conflict('contract.invoice_carries', { params: { from: carrying.startsOn } });
}

/** What an invoice took over from earlier ones is not asked for any more: it comes back, and the run bills all of it. */
async function giveBackCarried(tools: Tools, locked: readonly LockedContract[], gone: ReadonlySet<string>) {
  for (const { contract, periods } of locked) {
    const carrying = periods.filter(({ documentId }) => gone.has(documentId));
    const credits = carrying.flatMap((period): PeriodCredit[] => {
      const { carried, carriedFrom } = period;
      const isKept = carriedFrom?.some((source) => !gone.has(source));
      if (!isKept || !carried) return [];
      // What stood on its own invoice is not asked for any more.
      const source = { ...period, position: null };
      return [{ period: source, amount: carried, pricesIncludeTax: contract.pricesIncludeTax, asAsked: true }];
    });
    const [first] = carrying;
    if (!first) continue;
    const reason = keepWords('contract.credit_changed', { from: first.startsOn });
    await creditPeriods(tools, credits, { cause: 'service_not_rendered', reason });
  }
}

/** Periods that were billed were not: the next run bills them as their contract stands then. */
export async function undoBilled(tools: Tools, undone: readonly PeriodRow[]): Promise<void> {
  if (undone.length === 0) return;
  const { platform } = tools;
  await platform.transaction(async () => {
    const locked = await lockContracts(tools, [...new Set(undone.map(({ contract }) => contract))]);
    const gone = new Set(undone.map(({ documentId }) => documentId));
    refuseCarried(locked, gone);
    await periodsStore(platform.rows).undo(
      undone.map(({ id }) => id),
      platform.clock.now(),
    );
    const running = locked.filter(({ contract }) => contract.state === 'active');
    await contractsStore(platform.rows).update(
      running.map((one) => ({
        id: one.contract.id,
        nextBillOn: contractNextBillOn(
          one.lines,
          billedOf({ ...one, periods: one.periods.filter(({ documentId }) => !gone.has(documentId)) }),
        ),
      })),
    );
    await giveBackCarried(tools, running, gone);
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
