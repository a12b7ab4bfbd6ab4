import { formatQuantity } from '@sanya/strapi-plugin-platform/kernel';
import type { Platform } from '@sanya/strapi-plugin-platform/kit';
import { keepEntitlement } from '../domain/entitlement';
import { contractsStore } from '../stores/contracts';
import { type Balance, readBalances } from '../use-cases/entitlements/balances';

function balanceView({ line, entitlement, period, ...standing }: Balance) {
  const { unit, quantity, per, carries, most, carriedMonths } = keepEntitlement(entitlement);
  return {
    ...{ line: line.documentId, description: line.description, unit, quantity, per, carries, most, carriedMonths },
    ...{ startsOn: period?.start ?? null, endsOn: period?.end ?? null },
    ...{ granted: formatQuantity(standing.granted), carried: formatQuantity(standing.carried) },
    ...{ added: formatQuantity(standing.added), used: formatQuantity(standing.used) },
    ...{ expired: formatQuantity(standing.expired), left: formatQuantity(standing.left) },
    expiring: formatQuantity(standing.expiring),
  };
}

/** How what a contract entitles to stands. */
export async function entitlementsView(platform: Platform, id: number) {
  const [contract] = await contractsStore(platform.rows).byIds([id]);
  if (!contract) return undefined;
  const balances = await readBalances({ platform }, [id]);
  return { contract: contract.documentId, entitlements: balances.map(balanceView) };
}
