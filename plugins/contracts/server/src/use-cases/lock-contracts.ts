import type { Ref, Tools } from '@sanya/strapi-plugin-platform/kit';
import type { CivilDate, Language } from '@sanya/strapi-plugin-platform/kernel';
import { CUSTOMER } from '../content-types/types';
import type { Interval } from '../domain/intervals';
import {
  type ContractLineRow,
  type ContractRow,
  contractsStore,
  type ContractHeadToBill,
  type LineToBill,
  type SuspensionRow,
} from '../stores/contracts';
import { billedByLine, type BilledNumber, type PeriodRow, periodsStore } from '../stores/periods';

export interface ContractCustomer extends Ref {
  name: string;
  language: Language;
  creditTermsDays: number;
  /** How what is due of several contracts is to be billed; null: as is usual. */
  invoices: 'together' | 'apart' | null;
  state: string;
}

interface Known<Contract, Line, Period> {
  contract: Contract;
  customer: ContractCustomer;
  lines: Line[];
  suspensions: SuspensionRow[];
  /** Those that were billed and not undone. */
  periods: Period[];
}

export type LockedContract = Known<ContractRow, ContractLineRow, PeriodRow>;
/** What of it decides what is to be billed. */
export type ContractToBill = Known<ContractHeadToBill, LineToBill, BilledNumber>;

export const intervalsOf = (suspensions: readonly { startsOn: CivilDate; resumesOn: CivilDate | null }[]): Interval[] =>
  suspensions.map(({ startsOn, resumesOn }) => ({ from: startsOn, to: resumesOn }));

/** What decides of a contract's lines what is to be billed. */
export const billedOf = ({ suspensions, periods }: Pick<ContractToBill, 'suspensions' | 'periods'>) => ({
  suspensions: intervalsOf(suspensions),
  billed: billedByLine(periods),
});

export function byContract<Row extends { contract: number }>(rows: readonly Row[]): Map<number, Row[]> {
  const groups = new Map<number, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.contract);
    if (group) group.push(row);
    else groups.set(row.contract, [row]);
  }
  return groups;
}

/** Customers by row id, locked in id order; for runs those that nobody else has locked. */
export const lockCustomers = (
  { platform }: Pick<Tools, 'platform'>,
  ids: readonly number[],
  how: 'wait' | 'skip' = 'wait',
): Promise<ContractCustomer[]> =>
  platform.rows.byIds<ContractCustomer>(CUSTOMER, [...new Set(ids)], {
    fields: ['name', 'language', 'creditTermsDays', 'invoices', 'state'],
    lock: how,
  });

/** What is known of each contract beside it, in the order asked. */
function together<
  Contract extends { id: number; customer: number },
  Line extends { contract: number },
  Period extends { contract: number },
>(
  ids: readonly number[],
  found: {
    customers: readonly ContractCustomer[];
    contracts: readonly Contract[];
    lines: readonly Line[];
    suspensions: readonly SuspensionRow[];
    periods: readonly Period[];
  },
): Known<Contract, Line, Period>[] {
  const customers = new Map(found.customers.map((customer) => [customer.id, customer]));
  const contracts = new Map(found.contracts.map((contract) => [contract.id, contract]));
  const [lines, suspensions, periods] = [
    byContract(found.lines),
    byContract(found.suspensions),
    byContract(found.periods),
  ];
  return ids.flatMap((id) => {
    const contract = contracts.get(id);
    const customer = contract && customers.get(contract.customer);
    if (!customer) return [];
    return [
      {
        contract,
        customer,
        lines: lines.get(id) ?? [],
        suspensions: suspensions.get(id) ?? [],
        periods: periods.get(id) ?? [],
      },
    ];
  });
}

/** Contracts with all that is known of them, as they stand, in the order asked; a constant number of statements. */
export async function readContracts(
  { platform }: Pick<Tools, 'platform'>,
  ids: readonly number[],
  { customers, lock }: { customers: readonly ContractCustomer[]; lock?: 'wait' },
): Promise<LockedContract[]> {
  const store = contractsStore(platform.rows);
  return together(ids, {
    customers,
    contracts: await store.byIds(ids, lock),
    lines: await store.linesOf(ids),
    suspensions: await store.suspensionsOf(ids),
    periods: await periodsStore(platform.rows).ofContracts(ids),
  });
}

/** The customers of contracts, locked in id order, and which contracts are theirs. */
async function lockTheirs(
  tools: Pick<Tools, 'platform'>,
  ids: readonly number[],
  how: 'wait' | 'skip',
): Promise<{ customers: ContractCustomer[]; free: number[] }> {
  const seen = await contractsStore(tools.platform.rows).customersOf(ids);
  const customers = await lockCustomers(
    tools,
    seen.map(({ customer }) => customer),
    how,
  );
  const locked = new Set(customers.map(({ id }) => id));
  const theirs = new Set(seen.filter(({ customer }) => locked.has(customer)).map(({ id }) => id));
  return { customers, free: ids.filter((id) => theirs.has(id)) };
}

/** The customers are locked in id order, then their contracts. `skip`: those of customers in other hands are left out. */
export async function lockContracts(
  tools: Pick<Tools, 'platform'>,
  ids: readonly number[],
  how: 'wait' | 'skip' = 'wait',
): Promise<LockedContract[]> {
  const { customers, free } = await lockTheirs(tools, ids, how);
  return readContracts(tools, free, { customers, lock: 'wait' });
}

/** The same with what a run has to know: there are very many of them. */
export async function lockToBill(
  tools: Pick<Tools, 'platform'>,
  ids: readonly number[],
  how: 'wait' | 'skip',
): Promise<ContractToBill[]> {
  const { customers, free } = await lockTheirs(tools, ids, how);
  const { rows } = tools.platform;
  const store = contractsStore(rows);
  return together(free, {
    customers,
    contracts: await store.toBill(free, 'wait'),
    lines: await store.linesToBill(free),
    suspensions: await store.suspensionsOf(free),
    periods: await periodsStore(rows).numbersOf(free),
  });
}
