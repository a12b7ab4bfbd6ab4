import { addDuration } from '../../../kernel/src';
import type { Job } from '../../../kit/src/jobs';
import type { Clock } from '../../../kit/src/platform';
import type { Rows } from '../../../kit/src/rows';
import { JOB_RUN, type Run } from './run-store';

const KEPT = 'P30D';
const CHUNK = 1000;

/** Finished runs are forgotten after a month, once a day; failed ones wait for staff. */
export function createTidyRuns({ rows, clock }: { rows: Rows; clock: Clock }): Job {
  const at = (instant: string): string | number => (rows.dialect === 'sqlite' ? Date.parse(instant) : instant);
  const oldest = (most: number, before?: string): Promise<Run[]> =>
    rows.find<Run>(
      JOB_RUN,
      (query, column) => {
        query.where(column('state'), 'finished').orderBy(column('tick')).limit(most);
        if (before !== undefined) query.where(column('tick'), '<', at(before));
      },
      { fields: ['tick'] },
    );

  return {
    name: 'platform.tidy-job-runs',
    /** A day more than they are kept, so that a day's runs go in one. */
    async nextDue() {
      const [first] = await oldest(1);
      return first ? addDuration(addDuration(first.tick, KEPT, clock.zone()), 'P1D', clock.zone()) : null;
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
