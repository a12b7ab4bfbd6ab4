import { type CivilDate, keepWords } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { firstDayOff } from '../domain/intervals';
import { numbersOf } from '../domain/suspension-letter';
import { billedByStore } from '../stores/billed-by';
import { openOf } from './credit-unused';
import { dunning, type HardDebt } from './dunning';
import { letterParties } from './letter-parties';
import { intervalsOf, type LockedContract, lockContracts } from './lock-contracts';
import { type SuspendWish, suspendContracts } from './suspend-contracts';

/** Of a contract that is off for another reason the debt is not the cause. */
const isOn = (one: LockedContract, today: CivilDate): boolean => {
  const { state, endsOn } = one.contract;
  return state === 'active' && (endsOn === null || endsOn >= today) && openOf(one) === undefined;
};

/**
 * Contracts are off because of what is owed for them, each with its letter. What was billed by none of these invoices stays
 * on, whatever else its customer owes.
 * @returns row ids of those that were on until now
 */
export async function suspendForDebt(tools: Tools, invoices: readonly number[]): Promise<number[]> {
  const { platform, strapi } = tools;
  const pairs = await billedByStore(platform.rows).ofInvoices(invoices);
  if (pairs.length === 0) return [];
  return platform.transaction(async () => {
    const today = platform.clock.today();
    const locked = await lockContracts(tools, [...new Set(pairs.map(({ contract }) => contract))]);
    const debts = new Map(
      (await dunning(strapi).stillHard(invoices, { givenUpToo: true })).map((debt) => [debt.id, debt]),
    );
    const parties = await letterParties(strapi).of(locked.map(({ contract }) => contract.customer));
    const wishes = locked.flatMap((one): SuspendWish[] => {
      const { id, customer } = one.contract;
      const own = pairs.flatMap((pair) => (pair.contract === id ? (debts.get(pair.invoice) ?? []) : []));
      if (own.length === 0 || !isOn(one, today)) return [];
      const reason = keepWords('contract.suspended_for_debt', {
        invoices: numbersOf(own),
      });
      const { seller = null, buyer = null } = parties.get(customer) ?? {};
      // Where staff have said on which day it is on again, it is off until then for their reason.
      const from = firstDayOff(intervalsOf(one.suspensions), today);
      return [{ id, from, reason, letter: { seller, buyer, ...letterOf(one, own) } }];
    });
    if (wishes.length > 0) await suspendContracts(tools, wishes);
    return wishes.map(({ id }) => id);
  });
}

const letterOf = ({ lines }: LockedContract, debts: readonly HardDebt[]) => ({
  debts: debts.map(({ number, dueDate, amountDue, currency }) => ({
    ...{ number, dueDate, amountDue: String(amountDue), currency },
  })),
  services: lines.map(({ description }) => description),
});

/** Staff have switched on what was off for another reason: what is to be off for debt goes on being off, from now for that. */
export async function suspendAgain(tools: Tools, contracts: readonly number[]): Promise<number[]> {
  const pairs = await billedByStore(tools.platform.rows).ofContracts(contracts);
  const hard = await dunning(tools.strapi).stillHard([...new Set(pairs.map(({ invoice }) => invoice))]);
  return suspendForDebt(
    tools,
    hard.map(({ id }) => id),
  );
}
