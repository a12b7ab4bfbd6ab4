import type { Discrepancy, ProofCheck } from '../../../kit/src/proof';

/** Runs every registered check of the books on one snapshot; an empty list says that all is well. */
export function createProof(
  checks: () => readonly ProofCheck[],
  transaction: <T>(work: () => Promise<T>) => Promise<T>,
) {
  return {
    run: (range: { from?: string; to?: string }): Promise<Discrepancy[]> =>
      transaction(async () => {
        const found: Discrepancy[] = [];
        for (const check of checks()) found.push(...(await check.run(range)));
        return found;
      }),
  };
}
