import { addDays, broken, conflict } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { nextNoticeOn, offersAhead, policyFor } from '../../domain/renewal-notices';
import { type ContractToRenew, type RenewalFacts, type RenewalRow, renewalsStore } from '../../stores/renewals';
import { type LockedContract, lockContracts } from '../lock-contracts';
import { must } from '../must';
import { readRenewalPolicy, type RenewalPolicy } from './renewal-policy';

/** When a renewal that nobody has decided is next told of, and its offer made; `notices` were given already. */
export function turnsOf(
  { endsOn, autoRenew, termMonths }: Pick<ContractToRenew, 'endsOn' | 'autoRenew' | 'termMonths'>,
  { policy, notices, today }: { policy: RenewalPolicy; notices: number; today: string },
): Pick<RenewalFacts, 'nextNoticeOn' | 'nextOfferOn'> {
  const termEndsOn = endsOn ?? today;
  const months = termMonths ?? 1;
  const ahead = offersAhead(policy.offerDays, months);
  return {
    nextNoticeOn: nextNoticeOn(policyFor(policy, { termMonths: months, autoRenew }), termEndsOn, notices),
    // What goes on by itself is billed by the run, in its time.
    nextOfferOn: autoRenew || ahead === 0 ? null : addDays(termEndsOn, -ahead),
  };
}

function opened(contract: ContractToRenew, policy: RenewalPolicy, today: string): RenewalFacts {
  const { endsOn, currency } = contract;
  const termEndsOn = endsOn ?? today;
  return {
    ...{ contract: contract.id, term: contract.term + 1, state: 'open', openedOn: today, termEndsOn },
    ...{ startsOn: null, endsOn: null, notices: 0, ...turnsOf(contract, { policy, notices: 0, today }) },
    ...{ currency, price: null, priceNote: null, invoice: null, offeredOn: null, offerEndsOn: null },
    ...{ reason: null, note: null, decidedOn: null, decidedBy: null, problem: null, successor: null },
  };
}

/** From here it is followed what becomes of their terms. Whoever comes second finds it open. */
export async function openRenewals(tools: Tools, contracts: readonly ContractToRenew[]): Promise<void> {
  const { platform } = tools;
  if (contracts.length === 0) return;
  await platform.transaction(async () => {
    const policy = await readRenewalPolicy(tools);
    const today = platform.clock.today();
    await renewalsStore(platform.rows).open(contracts.map((contract) => opened(contract, policy, today)));
  });
}

/** The renewal of the term that runs, under the lock of its contract; opened where it is early. */
export async function currentRenewal(
  tools: Tools,
  contract: number,
): Promise<{ one: LockedContract; renewal: RenewalRow }> {
  const { platform } = tools;
  const store = renewalsStore(platform.rows);
  const one = must((await lockContracts(tools, [contract]))[0]);
  const find = async (term: number): Promise<RenewalRow | undefined> =>
    (await store.ofContracts([contract])).find((renewal) => renewal.term === term);
  const last = await find(one.contract.term);
  // Pressed twice is meant once: a term that has not begun is not followed by another.
  if (last?.startsOn && last.startsOn > platform.clock.today()) {
    throw conflict('renewal.renewed_already', {
      params: { contract: one.contract.number ?? '', until: one.contract.endsOn ?? '' },
    });
  }
  const next = one.contract.term + 1;
  const there = await find(next);
  if (there) return { one, renewal: there };
  const { state, endsOn, termMonths, number } = one.contract;
  if (state !== 'active' || endsOn === null || termMonths === null) {
    throw broken('renewal.nothing_ends', { params: { contract: number ?? '' } });
  }
  await openRenewals(tools, [one.contract]);
  return { one, renewal: must(await find(next)) };
}
