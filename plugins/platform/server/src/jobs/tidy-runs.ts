import { addDuration } from '../../../kernel/src';
import type { Job } from '../../../kit/src/jobs';
import type { Clock } from '../../../kit/src/platform';
import { type Rows, storedInstant } from '../../../kit/src/rows';
import { JOB_RUN, type Run } from './run-store';

const KEPT = 'P7D';
const CHUNK = 1000;

/**
 * Finished runs are forgotten after a week, once a day. Failed ones wait for staff, and the last tick of each job stays
 * for ever: a job may reckon its next tick from it.
 */
export function createTidyRuns({ rows, clock }: { rows: Rows; clock: Clock }): Job {
  const at = (instant: string): string | number => storedInstant(rows, instant);
  const oldest = (most: number, before?: string): Promise<Run[]> =>
    rows.find<Run>(
      JOB_RUN,
      (query, column) => {
        query.where(column('state'), 'finished').whereExists((later) => {
          later.from(`${rows.table(JOB_RUN)} as later`);
          later.whereRaw('later.job = ??', [column('job')]).whereRaw('later.tick > ??', [column('tick')]);
        });
        if (before !== undefined) query.where(column('finishedAt'), '<', at(before));
        query.orderBy(column('id')).limit(most);
      },
      { fields: ['finishedAt'] },
    );

  return {
    name: 'platform.tidy-job-runs',
    sleepsThrough: true,
    /** A day later than they may go, so that a day's runs go together. */
    async nextDue() {
      const [first] = await oldest(1);
      if (!first?.finishedAt) return null;
      return addDuration(addDuration(first.finishedAt, KEPT, clock.zone()), 'P1D', clock.zone());
    },
    async step() {
      const old = await oldest(CHUNK, addDuration(clock.now(), `-${KEPT}`, clock.zone()));
      const processed = await rows.remove(
        JOB_RUN,
        old.map((run) => run.id),
      );
      return { done: old.length < CHUNK, processed };
    },
  };
}
