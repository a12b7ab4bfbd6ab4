import type { Discrepancy, ProofCheck } from '../../../kit/src/proof';
import { wallClock } from '../core/clock';

/** Checks share a snapshot until it has lasted so long: the next one takes its own, for no other write shall wait. */
const SHARED_MS = 50;

/** The registered checks of the books; that they name nothing says that all is well. */
export function createProof(checks: () => readonly ProofCheck[], snapshot: <T>(work: () => Promise<T>) => Promise<T>) {
  return {
    /** Every check on one snapshot. */
    run: (range: { from?: string; to?: string }): Promise<Discrepancy[]> =>
      snapshot(async () => {
        const found: Discrepancy[] = [];
        for (const check of checks()) found.push(...(await check.run(range)));
        return found;
      }),

    async count(): Promise<Record<string, number>> {
      const counts: Record<string, number> = {};
      const left = [...checks()];
      while (left.length > 0) {
        await snapshot(async () => {
          const until = Date.parse(wallClock()) + SHARED_MS;
          while (left.length > 0 && Date.parse(wallClock()) < until) {
            const [check] = left.splice(0, 1);
            if (check) counts[check.name] = (await check.run({})).length;
          }
        });
      }
      return counts;
    },
  };
}
