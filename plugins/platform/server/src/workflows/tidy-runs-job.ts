import type { Job } from '../../../kit/src/jobs';
import { keptDays } from '../../../kit/src/kept-days';
import type { Platform } from '../../../kit/src/platform';
import { COUNTED_DAYS, createWorkflowStore } from './workflow-store';

const CHUNK = 1000;

/**
 * Runs that came to their end are forgotten after the days that the company says, but not while they are counted. What
 * failed waits for staff. No event is run for again: its place in the ledger was passed, and places are passed once.
 */
export function createTidyRuns({ platform }: { platform: Platform }): Job {
  const store = createWorkflowStore(platform.rows);
  const kept = () => keptDays(platform, { atLeast: COUNTED_DAYS });

  return {
    name: 'platform.tidy-workflow-runs',
    sleepsThrough: true,
    async nextDue() {
      const [first] = await store.ended(1);
      return first?.endedAt ? (await kept()).dueAt(first.endedAt) : null;
    },
    async step() {
      const old = await store.ended(CHUNK, (await kept()).until);
      const processed = await store.removeRuns(old.map(({ id }) => id));
      return { done: old.length < CHUNK, processed };
    },
  };
}
