import { formatQuantity } from '@sanya/strapi-plugin-platform/kernel';
import type { Discrepancy, ProofCheck, Tools } from '@sanya/strapi-plugin-platform/kit';
import { CONTRACT } from '../content-types/types';
import { balanceOf, placed, settle, standingOf } from '../domain/entitlement-ledger';
import { entitlementsStore } from '../stores/entitlements';
import { contractsAsIs } from '../use-cases/contracts-as-is';
import { type LineLedger, readLedgers } from '../use-cases/entitlements/ledgers';

const PAGE = 500;

/** What must be true of what contracts entitle to, each by its own name in the books proof. */
export const entitlementProof = ({ platform }: Tools): readonly ProofCheck[] => {
  const store = entitlementsStore(platform.rows);

  /** Page by page, so that memory does not grow with the contracts. */
  async function each(look: (ledgers: readonly LineLedger[]) => Promise<Discrepancy[]>): Promise<Discrepancy[]> {
    const found: Discrepancy[] = [];
    let after = 0;
    for (;;) {
      const ids = await store.pageOfContracts(after, PAGE);
      if (ids.length === 0) return found;
      after = Math.max(...ids);
      found.push(...(await look(await readLedgers({ platform }, await contractsAsIs({ platform }, ids)))));
    }
  }

  const wrong = (check: string, { one, line, unit }: LineLedger, params: Discrepancy['params']): Discrepancy => ({
    ...{ check, type: CONTRACT, documentId: one.contract.documentId },
    params: { contract: one.contract.number ?? '', line: line.description, unit, ...params },
  });

  return [
    {
      name: 'contracts.entitlements-equal-entries',
      run: () =>
        each(async (ledgers) => {
          const sums = await store.sums(ledgers.map(({ root }) => root.id));
          return ledgers.flatMap((of) => {
            const sum = sums.get(`${of.root.id} ${of.unit}`) ?? 0n;
            const running = placed(of.ledger).filter(({ period }) => period === of.ledger.periods.at(-1)?.start);
            const { left } = standingOf(of.ledger);
            if (sum === left && balanceOf(running) === left && left >= 0n) return [];
            const params = { entries: formatQuantity(sum), left: formatQuantity(balanceOf(running)) };
            return [wrong('contracts.entitlements-equal-entries', of, params)];
          });
        }),
    },
    {
      name: 'contracts.entitlements-granted',
      run: () =>
        each(async (ledgers) =>
          ledgers.flatMap((of) => {
            const missing = settle(of.ledger, platform.clock.today());
            if (missing.length === 0) return [];
            const params = { since: missing[0]?.on ?? '', entries: missing.length };
            return [wrong('contracts.entitlements-granted', of, params)];
          }),
        ),
    },
  ];
};
