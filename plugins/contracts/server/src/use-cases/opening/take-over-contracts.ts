import { keepWords } from '@sanya/strapi-plugin-platform/kernel';
import type { NewEvent, Tools } from '@sanya/strapi-plugin-platform/kit';
import { contractNextBillOn } from '../../domain/contract';
import type { OpeningContract } from '../../domain/opening/decide-contract';
import { type ContractLineRow, contractsStore } from '../../stores/contracts';
import { billedByLine, type PeriodFacts, periodsStore } from '../../stores/periods';
import { contractEvent } from '../contract-events';
import { enterEntitlements, type EntryWish } from '../entitlements/enter-entitlements';
import { settleEntitlements } from '../entitlements/settle-entitlements';
import { makeContracts } from '../make-contracts';
import { must } from '../must';

/** Periods that were billed elsewhere: nothing is asked for them here, and nothing comes back of them. */
function billedElsewhere(contract: number, line: ContractLineRow, one: OpeningContract, today: string): PeriodFacts[] {
  return must(one.lines[line.position - 1]).billed.map(({ index, start, end }) => ({
    ...{ contract, line: line.id, periodNumber: index, startsOn: start, endsOn: end, state: 'billed', amount: 0n },
    ...{ invoice: null, position: null, parts: 0, billingRun: null, billedOn: today },
  }));
}

/**
 * Contracts of the books before go on where they stood there: with the number that they have, their next period as it was
 * to be billed, and what was used of what they entitle to. All of them, or none.
 */
export async function takeOverContracts(tools: Tools, list: readonly OpeningContract[]): Promise<void> {
  const { platform } = tools;
  const today = platform.clock.today();
  await platform.transaction(async () => {
    // The term is that which runs: it is not counted from the first day, so it is set when the contract has begun.
    const refs = await makeContracts(
      tools,
      await Promise.all(
        list.map(async ({ number, customer, startsOn, noticeDays, poNumber, pricesIncludeTax, lines }) => ({
          ...{ number, customer, order: null, invoice: null, firstPeriodBilled: false, activation: 'date' as const },
          ...{ agreedStart: startsOn, termMonths: null, noticeDays, currency: await platform.currency.own() },
          ...{ pricesIncludeTax, billedTogether: false, poNumber, note: null, draft: false },
          lines: lines.map(({ line }) => ({ ...line, entitlements: null })),
        })),
      ),
    );
    const store = contractsStore(platform.rows);
    const ids = refs.map(({ id }) => id);
    const of = new Map(ids.map((id, index) => [id, must(list[index])]));
    const lines = (await store.linesOf(ids)).map((line) => {
      const { endsOn, lines: told } = must(of.get(line.contract));
      return { ...line, endsOn, entitlements: must(told[line.position - 1]).line.entitlements ?? null };
    });
    const periods = lines.flatMap((line) => billedElsewhere(line.contract, line, must(of.get(line.contract)), today));
    await periodsStore(platform.rows).insert(periods);
    await store.updateLines(lines.map(({ id, endsOn, entitlements }) => ({ id, endsOn, entitlements })));
    const billed = billedByLine(periods.map((period) => ({ ...period, id: 0, documentId: '' })));
    await store.update(
      ids.map((id) => ({
        ...{ id, endsOn: must(of.get(id)).endsOn, termMonths: must(of.get(id)).termMonths },
        nextBillOn: contractNextBillOn(
          lines.filter(({ contract }) => contract === id),
          { suspensions: [], billed },
        ),
      })),
    );
    await settleEntitlements(tools, ids);
    await enterEntitlements(
      tools,
      lines.flatMap((line): EntryWish[] => {
        const { used } = must(must(of.get(line.contract)).lines[line.position - 1]);
        const unit = line.entitlements?.[0]?.unit;
        if (used === 0n || unit === undefined) return [];
        const reason = keepWords('contract_import.used_before');
        return [{ kind: 'use', line: line.id, unit, quantity: used, cause: `opening:${line.documentId}`, reason }];
      }),
    );
    const contracts = await store.byIds(ids);
    await platform.events.record(
      contracts.map(
        (contract): NewEvent =>
          contractEvent('contract.taken_over', contract, {
            ...{ state: contract.state, startsOn: contract.startsOn, endsOn: contract.endsOn },
            nextBillOn: contract.nextBillOn,
          }),
      ),
    );
  });
  platform.afterCommit(() => platform.jobs.poke());
}
