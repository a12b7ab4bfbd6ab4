import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import { RENEWAL } from '../content-types/types';

interface LatestRenewal {
  contract: number;
  state: string;
  price: bigint | null;
}

/** Of each of these contracts the renewal of its latest term. */
export async function latestRenewals(
  { rows }: Platform,
  contracts: readonly number[],
): Promise<Map<number, LatestRenewal>> {
  const found = await rows.find<LatestRenewal>(
    RENEWAL,
    (query, column) => void query.whereIn(column('contract'), [...contracts]).orderBy(column('term')),
    { fields: ['contract', 'state', 'price'] },
  );
  return new Map(found.map((renewal) => [renewal.contract, renewal]));
}
