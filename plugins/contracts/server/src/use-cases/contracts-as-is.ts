import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { CUSTOMER } from '../content-types/types';
import { contractsStore } from '../stores/contracts';
import { type ContractCustomer, type LockedContract, readContracts } from './lock-contracts';

/** Contracts with all that is known of them, as they stand; nothing is locked. */
export async function contractsAsIs(
  tools: Pick<Tools, 'platform'>,
  contracts: readonly number[],
): Promise<LockedContract[]> {
  const { rows } = tools.platform;
  const owners = (await contractsStore(rows).byIds(contracts)).map(({ customer }) => customer);
  const customers = await rows.byIds<ContractCustomer>(CUSTOMER, owners);
  return readContracts(tools, contracts, { customers });
}
