import { broken, notFound } from '@sanya/strapi-plugin-platform/kernel';
import type { Tools } from '@sanya/strapi-plugin-platform/kit';
import {
  checkEntitlements,
  type Entitlement,
  isChange,
  keepEntitlement,
  type KeptEntitlement,
} from '../../domain/entitlement';
import { contractsStore } from '../../stores/contracts';
import { chainsOf, lineOn } from '../../domain/line-chain';
import { entitlementsStore } from '../../stores/entitlements';
import { contractEvent } from '../contract-events';
import { lockContracts } from '../lock-contracts';
import { checkNotOver } from '../not-active';
import { entitledOn } from './ledgers';
import { settleEntitlements } from './settle-entitlements';

export interface AgreeWish {
  /** Row id of the contract line. */
  line: number;
  /** All that it entitles to from now on. */
  entitlements: readonly Omit<Entitlement, 'from'>[];
}

/** What has a ledger goes on having one, over the same periods. */
function checkKept(before: readonly KeptEntitlement[], after: readonly KeptEntitlement[], granted: Set<string>): void {
  for (const { unit, per } of before.filter((one) => granted.has(one.unit))) {
    const index = after.findIndex((one) => one.unit === unit);
    const field = `entitlements.${Math.max(index, 0)}`;
    if (index < 0) throw broken('entitlement.still_kept', { field: 'entitlements' });
    if (after[index]?.per !== per) throw broken('entitlement.per_stays', { field: `${field}.per` });
  }
}

/**
 * What lines entitle to is agreed anew: from the next period on, and for the one that runs where it has no grant yet. What
 * a running contract entitles to newly begins with the period that runs.
 */
export async function agreeEntitlements(tools: Tools, wishes: readonly AgreeWish[]): Promise<void> {
  const { platform } = tools;
  wishes.forEach(({ entitlements }) =>
    checkEntitlements(
      entitlements.map((one) => ({ ...one, from: null })),
      '',
    ),
  );
  await platform.transaction(async () => {
    const store = entitlementsStore(platform.rows);
    const contracts = await store.contractsOf(wishes.map(({ line }) => line));
    const locked = await lockContracts(tools, contracts);
    const entries = await store.ofLines(locked.flatMap(({ lines }) => lines.map(({ id }) => id)));
    const today = platform.clock.today();
    const agreed = wishes.map(({ line: id, entitlements }) => {
      const one = locked.find(({ lines }) => lines.some((line) => line.id === id));
      const chain = one && chainsOf(one.lines).find(({ all }) => all.some((line) => line.id === id));
      if (!one || !chain) throw notFound('row.not_found', { field: 'id' });
      const line = lineOn(chain, today);
      checkNotOver(one.contract);
      const before = entitledOn(chain, today);
      const after = entitlements.map((wish) => {
        const known = before.find(({ unit }) => unit === wish.unit);
        const from = known ? known.from : one.contract.state === 'active' ? today : null;
        const kept = keepEntitlement({ ...wish, from });
        return known?.changedTo === undefined ? kept : { ...kept, changedTo: known.changedTo };
      });
      const own = entries.filter((entry) => entry.line === chain.root.id);
      checkKept(before, after, new Set(own.map(({ unit }) => unit)));
      // What a contract that is renewed ahead goes on with is the same; a change that is planned comes all the same.
      const [, ...ahead] = chain.lines.slice(chain.lines.indexOf(line));
      const planned = ahead.findIndex(({ entitlements }) => entitlements && isChange(entitlements));
      return { one, line, lines: [line, ...(planned < 0 ? ahead : ahead.slice(0, planned))], after };
    });
    await contractsStore(platform.rows).updateLines(
      // The day on which it is next seen to comes with what is granted.
      agreed.flatMap(({ lines, after }) =>
        lines.map(({ id, predecessor }) => ({
          ...{ id, entitlements: after.length > 0 || predecessor ? after : null, entitlementsDueOn: null },
        })),
      ),
    );
    await platform.events.record(
      agreed.map(({ one: { contract }, line }) =>
        contractEvent('entitlement.agreed', contract, { state: contract.state, line: line.description }),
      ),
    );
    await settleEntitlements(tools, contracts);
  });
}
