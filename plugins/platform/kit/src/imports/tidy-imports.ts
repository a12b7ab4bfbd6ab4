import type { Job, StepResult } from '../jobs';
import { keptDays } from '../kept-days';
import type { Platform } from '../platform';
import { type Ref, storedInstant } from '../rows';
import type { AnyImportKind } from './kind';

type Kept = Pick<AnyImportKind, 'type' | 'rowType'>;

const CHUNK = 1000;

/** The rows of files that were carried out are forgotten after the days that the company says; what came of each file stays. */
export function tidyImports(name: string, platform: Platform, kinds: readonly Kept[]): Job {
  const { rows, clock } = platform;
  /** The one that ended first, of those whose rows are still there. */
  const first = async ({ type }: Kept, before?: string): Promise<(Ref & { finishedAt: string }) | undefined> =>
    (
      await rows.find<{ finishedAt: string }>(
        type,
        (query, column) => {
          query.where(column('state'), 'finished').whereNull(column('tidiedAt'));
          if (before !== undefined) query.where(column('finishedAt'), '<', storedInstant(rows, before));
          query.orderBy([column('finishedAt'), column('id')]).limit(1);
        },
        { fields: ['finishedAt'] },
      )
    )[0];

  return {
    name,
    sleepsThrough: true,
    async nextDue() {
      const found = await Promise.all(kinds.map((kind) => first(kind)));
      const [ended] = found.flatMap((one) => one?.finishedAt ?? []).sort();
      return ended === undefined ? null : (await keptDays(platform)).dueAt(ended);
    },
    async step(): Promise<StepResult> {
      const { until } = await keptDays(platform);
      for (const kind of kinds) {
        const past = await first(kind, until);
        if (!past) continue;
        const processed = await platform.transaction(async () => {
          const old = await rows.find(
            kind.rowType,
            (query, column) => void query.where(column('import'), past.id).orderBy(column('id')).limit(CHUNK),
            { fields: [] },
          );
          if (old.length < CHUNK) await rows.update(kind.type, [{ id: past.id, tidiedAt: clock.now() }]);
          return rows.remove(
            kind.rowType,
            old.map(({ id }) => id),
          );
        });
        return { done: false, processed };
      }
      return { done: true };
    },
  };
}
