import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import { settle } from '../../domain/entitlement-ledger';
import { entitlementsStore } from '../../stores/entitlements';
import { lockContracts } from '../lock-contracts';
import { readLedgers } from './ledgers';
import { grown, writeEntries } from './write-entries';

/**
 * What contracts entitle to stands as it should today: periods that have begun are granted, and what of those that are
 * over was left has expired or was carried over. Told twice, it writes nothing more.
 */
export async function settleEntitlements(tools: Tools, contracts: readonly number[]): Promise<void> {
  const { platform } = tools;
  const entitled = await entitlementsStore(platform.rows).entitled(contracts);
  if (entitled.length === 0) return;
  await platform.transaction(async () => {
    const ledgers = await readLedgers(tools, await lockContracts(tools, entitled));
    const today = platform.clock.today();
    const written = ledgers.map((of) => ({ of, entries: settle(of.ledger, today) }));
    await writeEntries(
      tools,
      written,
      written.map(({ of, entries }) => grown(of, entries)),
    );
  });
}
