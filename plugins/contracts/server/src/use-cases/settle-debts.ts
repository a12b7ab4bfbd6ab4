import { keepWords } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { numbersOf } from '../domain/suspension-letter';
import { billedByStore } from '../stores/billed-by';
import { contractsStore } from '../stores/contracts';
import { creditUnused, openOf } from './credit-unused';
import { dunning } from './dunning';
import { endContracts } from './end-contracts';
import { closing } from './finish-contracts';
import { type LockedContract, lockContracts } from './lock-contracts';
import { resumeContracts } from './suspend-contracts';

/** Contracts that were off for debt are on again, once nothing is owed any more that had them suspended. */
export async function resumeAfterDebt(tools: Tools, invoices: readonly number[]): Promise<void> {
  const { platform, strapi } = tools;
  const store = billedByStore(platform.rows);
  const contracts = [...new Set((await store.ofInvoices(invoices)).map(({ contract }) => contract))];
  if (contracts.length === 0) return;
  await platform.transaction(async () => {
    const off = (await lockContracts(tools, contracts)).filter(
      (one) => one.contract.state === 'active' && openOf(one)?.cause === 'debt',
    );
    const pairs = await store.ofContracts(off.map(({ contract }) => contract.id));
    const hard = new Set((await dunning(strapi).stillHard(pairs.map(({ invoice }) => invoice))).map(({ id }) => id));
    const owing = new Set(pairs.filter(({ invoice }) => hard.has(invoice)).map(({ contract }) => contract));
    const on = platform.clock.today();
    const back = off.filter(({ contract }) => !owing.has(contract.id));
    if (back.length > 0)
      await resumeContracts(
        tools,
        back.map(({ contract: { id } }) => ({ id, on })),
      );
  });
}

/** The suspension is over with the contract: what was billed for days that were off comes back. */
async function closeSuspensions(tools: Tools, ending: readonly LockedContract[], today: string): Promise<void> {
  const closed = ending.flatMap((one) => {
    const off = closing(one, today);
    return off ? [{ one, off }] : [];
  });
  await contractsStore(tools.platform.rows).resume(closed.map(({ off: { id, to } }) => ({ id, resumesOn: to })));
  for (const { one, off } of closed) await creditUnused(tools, one, off);
}

/** Contracts end because what was billed for them is not paid: today, and one that waits for its payment is cancelled. */
export async function endForDebt(tools: Tools, invoices: readonly number[]): Promise<void> {
  const { platform, strapi } = tools;
  // A step that ends the service may give the debt up on the same morning.
  const hard = (await dunning(strapi).stillHard(invoices, { givenUpToo: true })).filter(
    ({ action }) => action === 'terminate',
  );
  const pairs = await billedByStore(platform.rows).ofInvoices(hard.map(({ id }) => id));
  if (pairs.length === 0) return;
  await platform.transaction(async () => {
    const today = platform.clock.today();
    const locked = await lockContracts(tools, [...new Set(pairs.map(({ contract }) => contract))]);
    const running = locked.filter(
      ({ contract: { state, endsOn } }) => state === 'active' && (endsOn === null || endsOn > today),
    );
    const waiting = locked.filter(({ contract }) => contract.state === 'awaiting_start');
    if (running.length + waiting.length === 0) return;
    await closeSuspensions(tools, running, today);
    await endContracts(
      tools,
      [...running, ...waiting].map(({ contract: { id } }) => ({
        ...{ id, ending: 'now', withoutNotice: true },
        reason: keepWords('contract.ended_for_debt', {
          invoices: numbersOf(
            hard.filter((debt) => pairs.some((pair) => pair.contract === id && pair.invoice === debt.id)),
          ),
        }),
      })),
    );
  });
}
