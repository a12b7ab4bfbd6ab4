import { badInput, sum } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import type { ContractFacts } from '../../domain/contract';
import { lineEnds } from '../../domain/next-term';
import { UNDECIDED } from '../../domain/renewal-machine';
import { keepRenewalTerms, type RenewalTerms, type RenewalTermsWish, withTable } from '../../domain/renewal-terms';
import { termPriceOn } from '../../domain/term-price';
import { checkTerm } from '../../domain/term';
import { type ContractRow, contractsStore } from '../../stores/contracts';
import { type RenewalFacts, renewalsStore } from '../../stores/renewals';
import { contractEvent } from '../contract-events';
import { type LockedContract, lockContracts } from '../lock-contracts';
import { must } from '../must';
import { checkNotOver } from '../not-active';
import { turnsOf } from './open-renewals';
import { readRenewalPolicy } from './renewal-policy';

/** What is left out stays. */
export interface RenewalTermsChange {
  /** Row id of the contract. */
  id: number;
  autoRenew?: boolean;
  /** What further terms cost; null: as until now. */
  table?: RenewalTermsWish | null;
  noticeDays?: number;
  billedTogether?: boolean;
  note?: string | null;
}

type Set = Pick<ContractFacts, 'autoRenew' | 'renewalTerms' | 'noticeDays' | 'billedTogether' | 'note'>;

/** The table as the contract keeps it, by what its lines come to now. */
function tableIn({ contract, lines }: LockedContract, wish: RenewalTermsWish, termMonths: number): RenewalTerms {
  const running = lineEnds(contract, lines);
  const going = running.length > 0 ? running : lines;
  const fresh = keepRenewalTerms(wish, going, termMonths);
  if (running.length === 0 && contract.renewalTerms) {
    const { before, after, agreed, moved } = contract.renewalTerms;
    return { ...fresh, before, after, ...(agreed ? { agreed } : {}), ...(moved ? { moved } : {}) };
  }
  if (running.length === 0) return fresh;
  const now = sum(running.map((line) => termPriceOn(line, termMonths, line.endsOn)));
  return withTable(contract.renewalTerms ?? { ...fresh, agreed: String(now) }, wish, now);
}

function setIn(one: LockedContract, { id: _, table, ...wish }: RenewalTermsChange): Set {
  const { contract } = one;
  const { autoRenew, renewalTerms, noticeDays, billedTogether, note } = contract;
  const given = Object.fromEntries(Object.entries(wish).filter(([, value]) => value !== undefined));
  const set = { autoRenew, renewalTerms, noticeDays, billedTogether, note, ...given };
  checkTerm({ ...set, termMonths: contract.termMonths, renewalTable: table ?? null });
  if (table === undefined) return set;
  return { ...set, renewalTerms: table && tableIn(one, table, must(contract.termMonths ?? undefined)) };
}

const tableOf = (terms: RenewalTerms | null) =>
  terms && { basis: terms.basis, rows: terms.amounts ?? terms.ratesPpm ?? [] };

/** The note is for staff alone, and stays out of what others are told. */
const toldOf = ({ autoRenew, renewalTerms, noticeDays, billedTogether }: Set) => ({
  ...{ autoRenew, renewalTable: tableOf(renewalTerms), noticeDays, billedTogether },
});

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/**
 * What is agreed of running contracts about the time after their terms, how much notice they need and how they are billed.
 * It counts from the next decision on: a renewal that nobody has decided goes on by itself, or is asked, as it says now. An
 * offer that was made stands as it was made until it is made anew.
 */
export const setRenewalTerms = async (tools: Tools, wishes: readonly RenewalTermsChange[]): Promise<void> => {
  const { platform } = tools;
  await platform.transaction(async () => {
    const locked = await lockContracts(
      tools,
      wishes.map(({ id }) => id),
    );
    const changes = locked.flatMap((one) => {
      const { contract } = one;
      const { id: __, ...wish } = must(wishes.find(({ id }) => id === contract.id));
      if (Object.values(wish).every((value) => value === undefined)) {
        throw badInput('contract.change_nothing', { field: 'renewal' });
      }
      checkNotOver(contract);
      const set = setIn(one, { id: contract.id, ...wish });
      const { autoRenew, renewalTerms, noticeDays, billedTogether, note } = contract;
      const before: Set = { autoRenew, renewalTerms, noticeDays, billedTogether, note };
      const isTableSame = isSame(tableOf(before.renewalTerms), tableOf(set.renewalTerms));
      const after = isTableSame ? { ...set, renewalTerms: before.renewalTerms } : set;
      return isSame(before, after) ? [] : [{ contract, before, after }];
    });
    await contractsStore(platform.rows).update(changes.map(({ contract: { id }, after }) => ({ id, ...after })));
    await renewalsStore(platform.rows).update(
      await turnsAfter(
        tools,
        changes.map(({ contract, after }) => ({ ...contract, ...after })),
      ),
    );
    await platform.events.record(
      changes.map(({ contract, before, after }) => ({
        ...contractEvent('contract.renewal_terms_set', contract, { state: contract.state, ...toldOf(after) }),
        before: toldOf(before),
      })),
    );
  });
  platform.afterCommit(() => platform.jobs.poke());
};

/** When the renewals of contracts that nobody has decided are next seen to; what could not go on by itself is tried anew. */
async function turnsAfter(
  tools: Tools,
  contracts: readonly ContractRow[],
): Promise<({ id: number } & Partial<RenewalFacts>)[]> {
  const { platform } = tools;
  const policy = await readRenewalPolicy(tools);
  const today = platform.clock.today();
  const renewals = await renewalsStore(platform.rows).ofContracts(contracts.map(({ id }) => id));
  return contracts.flatMap((contract) => {
    const renewal = renewals.find((one) => one.contract === contract.id && one.term === contract.term + 1);
    if (!renewal || !UNDECIDED.includes(renewal.state)) return [];
    const { nextNoticeOn, nextOfferOn } = turnsOf(contract, { policy, notices: renewal.notices, today });
    const isOffered = renewal.state === 'offered';
    return [{ id: renewal.id, nextNoticeOn, problem: null, ...(isOffered ? {} : { nextOfferOn }) }];
  });
}
