import {
  addDays,
  daysBetween,
  endOfMonth,
  formatQuantity,
  isRefusal,
  tellProblem,
} from '@sanya/strapi-plugin-platform/kernel';
import type { Call, Platform, Tools } from '@sanya/strapi-plugin-platform/kit';
import { CONTRACT, CUSTOMER } from '../content-types/types';
import type { ContractState } from '../domain/contract-machine';
import type { EntitlementUnit } from '../domain/entitlement';
import { reasonName } from '../domain/decline-reason';
import { UNDECIDED } from '../domain/renewal-machine';
import { renewalRisk } from '../domain/renewal-risk';
import { expiries, type Expiry, type ExpiryAsked } from '../stores/expiries';
import { renewalsStore } from '../stores/renewals';
import { responsibleStaff } from '../stores/staff';
import { type Balance, readBalances } from '../use-cases/entitlements/balances';
import { type ContractCustomer, type LockedContract, readContracts } from '../use-cases/lock-contracts';
import { planTerms } from '../use-cases/renewals/plan-term';
import { readRenewalPolicy } from '../use-cases/renewals/renewal-policy';

type Asking = Pick<Call<unknown>, 'strapi' | 'platform' | 'caller'>;

interface Credit {
  punctuality(
    customers: readonly number[],
  ): Promise<Map<number, { paid: number; inTime: number; overdueDays: number }>>;
}

/** How long what has lapsed is still shown beside what is to be decided. */
const DAYS_BACK = 60;
const UNKNOWN = { paid: 0, inTime: 0, overdueDays: 0 };

/** As many as somebody can decide about; a calendar shows all, as far as it can be read at all. */
const MOST_ROWS = 500;
const MOST_DRAWN = 20_000;
const PAGE = 1_000;

interface Visible {
  list: Expiry[];
  /** There are more than were asked for. */
  more: boolean;
}

/** Whoever sees only some contracts sees only those here, and as many of them as others see of theirs. */
async function visibleExpiries({ platform, caller }: Asking, asked: ExpiryAsked, most: number): Promise<Visible> {
  const list: Expiry[] = [];
  for (let after: Expiry | undefined; ; ) {
    const found = await expiries(platform, asked, { most: Math.min(PAGE, most + 1), after });
    const seen = await platform.visible.rows(
      caller,
      CONTRACT,
      found.map(({ documentId }) => documentId),
    );
    list.push(...found.filter(({ documentId }) => seen.has(documentId)));
    if (list.length > most) return { list: list.slice(0, most), more: true };
    after = found.at(-1);
    if (found.length < Math.min(PAGE, most + 1)) return { list, more: false };
  }
}

/** What ends soon, the first first, behind what is over: the nearest days where there is too much. */
async function nearExpiries(call: Asking, { from, to, owner }: ExpiryAsked, today: string): Promise<Visible> {
  const over = await visibleExpiries(call, { from, to: addDays(today, -1), owner, lastFirst: true }, MOST_ROWS);
  const coming = await visibleExpiries(call, { from: today, to, owner }, MOST_ROWS);
  return { list: [...over.list.reverse(), ...coming.list], more: over.more || coming.more };
}

const shown = (row: Expiry) => ({
  ...{ documentId: row.documentId, number: row.number, serviceId: row.serviceId, endsOn: row.endsOn },
  state: row.state as ContractState,
  customer: { documentId: row.customerDocumentId, name: row.customerName },
  renewalState: row.renewalState,
});

/** What further terms would cost of those that nobody has offered yet; nothing of one that cannot be planned. */
async function plannedPrices(tools: Tools, list: readonly Expiry[]): Promise<Map<number, bigint>> {
  const { platform } = tools;
  const ids = list
    .filter(({ price, state, renewalState }) => {
      const isOpen = renewalState === null || UNDECIDED.includes(renewalState);
      return price === null && state === 'active' && isOpen;
    })
    .map(({ id }) => id);
  if (ids.length === 0) return new Map();
  const customers = await platform.rows.byIds<ContractCustomer>(CUSTOMER, [
    ...new Set(list.map(({ customer }) => customer)),
  ]);
  const contracts = await readContracts(tools, ids, { customers });
  const prices = new Map<number, bigint>();
  for (const [one, price] of await planned(tools, contracts)) prices.set(one.contract.id, price);
  return prices;
}

async function planned(tools: Tools, contracts: readonly LockedContract[]): Promise<[LockedContract, bigint][]> {
  const plan = async (list: readonly LockedContract[]): Promise<[LockedContract, bigint][]> => {
    const terms = await planTerms(
      tools,
      list.map((one) => ({ one, price: null })),
    );
    return list.flatMap((one, index) => {
      const price = terms[index]?.price;
      return price === undefined ? [] : [[one, price] as [LockedContract, bigint]];
    });
  };
  try {
    return await plan(contracts);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    if (contracts.length === 1) return [];
    // One that cannot be planned hides no other.
    const half = Math.ceil(contracts.length / 2);
    return [...(await planned(tools, contracts.slice(0, half))), ...(await planned(tools, contracts.slice(half)))];
  }
}

/** What contracts entitle to in the period that runs, and how much of it was used; all lines of a contract together. */
function usedByContract(balances: readonly Balance[]) {
  const byContract = new Map<number, Map<EntitlementUnit, { had: bigint; used: bigint }>>();
  for (const { contract, entitlement, granted, carried, added, used } of balances) {
    const units = byContract.get(contract) ?? new Map<EntitlementUnit, { had: bigint; used: bigint }>();
    const { had, used: before } = units.get(entitlement.unit) ?? { had: 0n, used: 0n };
    units.set(entitlement.unit, { had: had + granted + carried + added, used: before + used });
    byContract.set(contract, units);
  }
  return new Map(
    [...byContract].map(([contract, units]) => [
      contract,
      [...units].map(([unit, { had, used }]) => ({ unit, had: formatQuantity(had), used: formatQuantity(used) })),
    ]),
  );
}

/** Contracts that end soon or in a month, what was done about them, and what is known of how their customers pay. */
export async function renewalCockpit(call: Asking, asked: { month?: string; owner?: number }) {
  const { platform, strapi, caller } = call;
  const today = platform.clock.today();
  const { days } = await readRenewalPolicy(call);
  const { month, owner: wanted } = asked;
  const read = (owner?: number): Promise<Visible> =>
    month === undefined
      ? nearExpiries(call, { from: addDays(today, -DAYS_BACK), to: addDays(today, days[0] ?? 0), owner }, today)
      : visibleExpiries(call, { from: `${month}-01`, to: endOfMonth(`${month}-01`), owner }, MOST_ROWS);
  const all = await read();
  const { list, more } = wanted === undefined ? all : await read(wanted);
  const staff = await responsibleStaff(
    strapi,
    [...all.list, ...list].map(({ owner }) => owner),
  );
  const credit = strapi.plugin('billing').service('credit') as Credit;
  const behaviour = await credit.punctuality(list.map(({ customer }) => customer));
  const prices = await plannedPrices(call, list);
  const usage = usedByContract(
    await readBalances(
      call,
      list.map(({ id }) => id),
    ),
  );
  const reasons = await renewalsStore(platform.rows).reasons();
  return {
    rows: list.map((row) => {
      const paying = behaviour.get(row.customer) ?? UNKNOWN;
      const owner = row.owner === null ? undefined : staff.get(row.owner);
      const daysLeft = daysBetween(today, row.endsOn);
      return {
        ...shown(row),
        ...{ daysLeft, autoRenew: row.autoRenew, renewal: row.renewal, notices: row.notices },
        ...{ lastNoticeOn: row.lastNoticeOn, currency: row.currency, price: row.price ?? prices.get(row.id) ?? null },
        owner: owner ? { id: owner.id, name: owner.name } : null,
        invoice:
          row.invoice === null
            ? null
            : { documentId: row.invoice, number: row.invoiceNumber, state: row.invoiceState ?? '' },
        ...paying,
        usage: usage.get(row.id) ?? [],
        risk: renewalRisk({ daysLeft, notices: row.notices, ...paying }),
        problem: told(platform, row.problem),
      };
    }),
    reasons: reasons
      .filter(({ active }) => active)
      .map((reason) => ({ code: reason.code, name: reasonName(reason, caller.language) })),
    staff: [...staff.values()].map(({ id, name }) => ({ id, name })),
    more,
  };
}

const told = (platform: Platform, problem: string | null): string | null =>
  problem === null
    ? null
    : (tellProblem(problem, (code, params) => platform.messages.say(platform.caller().language, code, params)) ?? null);

/** Which contracts end on which day. */
export async function expiryCalendarOf(call: Asking, days: { from: string; to: string }) {
  const byDay = new Map<string, ReturnType<typeof shown>[]>();
  for (const row of (await visibleExpiries(call, days, MOST_DRAWN)).list) {
    byDay.set(row.endsOn, [...(byDay.get(row.endsOn) ?? []), shown(row)]);
  }
  return [...byDay].map(([day, contracts]) => ({ day, contracts }));
}
