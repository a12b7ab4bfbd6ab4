import type { Discrepancy, ProofCheck } from '../../../kit/src/proof';

/** The registered checks of the books; that they name nothing says that all is well. */
export function createProof(
  checks: () => readonly ProofCheck[],
  transaction: <T>(work: () => Promise<T>) => Promise<T>,
) {
  return {
    /** Every check on one snapshot. */
    run: (range: { from?: string; to?: string }): Promise<Discrepancy[]> =>
      transaction(async () => {
        const found: Discrepancy[] = [];
        for (const check of checks()) found.push(...(await check.run(range)));
        return found;
      }),

    async count(): Promise<Record<string, number>> {
      const counts: Record<string, number> = {};
      for (const check of checks()) {
        counts[check.name] = await transaction(async () => (await check.run({})).length);
      }
      return counts;
    },
  };
}
