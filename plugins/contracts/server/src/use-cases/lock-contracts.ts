import type { Ref, Tools } from '@sanya/strapi-plugin-platform/kit';
import type { CivilDate, Language } from '@sanya/strapi-plugin-platform/kernel';
import { CUSTOMER } from '../content-types/types';
import type { Interval } from '../domain/intervals';
import { type ContractLineRow, type ContractRow, contractsStore, type SuspensionRow } from '../stores/contracts';
import { billedByLine, type PeriodRow, periodsStore } from '../stores/periods';

export interface ContractCustomer extends Ref {
  name: string;
  language: Language;
  creditTermsDays: number;
  state: string;
}

export interface LockedContract {
  contract: ContractRow;
  customer: ContractCustomer;
  lines: ContractLineRow[];
  suspensions: SuspensionRow[];
  /** Those that were billed and not undone. */
  periods: PeriodRow[];
}

export const intervalsOf = (suspensions: readonly { startsOn: CivilDate; resumesOn: CivilDate | null }[]): Interval[] =>
  suspensions.map(({ startsOn, resumesOn }) => ({ from: startsOn, to: resumesOn }));

/** What decides of a contract's lines what is to be billed. */
export const billedOf = ({ suspensions, periods }: Pick<LockedContract, 'suspensions' | 'periods'>) => ({
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
    fields: ['name', 'language', 'creditTermsDays', 'state'],
    lock: how,
  });

/** Contracts with all that is known of them, as they stand, in the order asked; a constant number of statements. */
export async function readContracts(
  { platform }: Pick<Tools, 'platform'>,
  ids: readonly number[],
  { customers, lock }: { customers: readonly ContractCustomer[]; lock?: 'wait' },
): Promise<LockedContract[]> {
  const store = contractsStore(platform.rows);
  const byCustomer = new Map(customers.map((customer) => [customer.id, customer]));
  const contracts = new Map((await store.byIds(ids, lock)).map((contract) => [contract.id, contract]));
  const lines = byContract(await store.linesOf(ids));
  const suspensions = byContract(await store.suspensionsOf(ids));
  const periods = byContract(await periodsStore(platform.rows).ofContracts(ids));
  return ids.flatMap((id) => {
    const contract = contracts.get(id);
    const customer = contract && byCustomer.get(contract.customer);
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

/** The customers are locked in id order, then their contracts. `skip`: those of customers in other hands are left out. */
export async function lockContracts(
  tools: Pick<Tools, 'platform'>,
  ids: readonly number[],
  how: 'wait' | 'skip' = 'wait',
): Promise<LockedContract[]> {
  const seen = await contractsStore(tools.platform.rows).byIds(ids);
  const customers = await lockCustomers(
    tools,
    seen.map(({ customer }) => customer),
    how,
  );
  const locked = new Set(customers.map(({ id }) => id));
  const free = new Set(seen.filter(({ customer }) => locked.has(customer)).map(({ id }) => id));
  return readContracts(
    tools,
    ids.filter((id) => free.has(id)),
    { customers, lock: 'wait' },
  );
}
