import { notFound } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { type RenewalRow, renewalsStore } from '../../stores/renewals';
import { type LockedContract, lockContracts } from '../lock-contracts';
import { must } from '../must';

export interface LockedRenewal extends LockedContract {
  renewal: RenewalRow;
}

/** Renewals with their contracts, in the order asked: customers are locked first, then contracts, then they. */
export async function lockRenewals(tools: Pick<Tools, 'platform'>, ids: readonly number[]): Promise<LockedRenewal[]> {
  if (ids.length === 0) return [];
  const store = renewalsStore(tools.platform.rows);
  const seen = await store.byIds(ids);
  const locked = await lockContracts(tools, [...new Set(seen.map(({ contract }) => contract))]);
  const contracts = new Map(locked.map((one) => [one.contract.id, one]));
  const renewals = new Map((await store.byIds(ids, 'wait')).map((renewal) => [renewal.id, renewal]));
  return ids.map((id) => {
    const renewal = renewals.get(id);
    if (!renewal) throw notFound('renewal.unknown', { field: 'id' });
    return { ...must(contracts.get(renewal.contract)), renewal };
  });
}
