import { compareInstants } from '../../../kernel/src';
import type { Job } from '../../../kit/src/jobs';
import type { Tools } from '../../../kit/src/plugin';
import type { Rows } from '../../../kit/src/rows';
import { JOB_RUN, type Run } from '../jobs/run-store';
import { nightsAround } from './nights';

const PROVE_BOOKS = 'platform.prove-books';

interface Outcome {
  checks: number;
  discrepancies: number;
}

/** The latest run, or the latest that came to its end. A job's last run is never tidied away. */
async function lastRun(rows: Rows, state?: 'finished'): Promise<Run | undefined> {
  const [run] = await rows.find<Run>(JOB_RUN, (query, column) => {
    query.where(column('job'), PROVE_BOOKS);
    if (state) query.where(column('state'), state);
    query.orderBy(column('tick'), 'desc').limit(1);
  });
  return run;
}

/** When the books were last proven, and what came of it; null before the first time. */
export async function lastProof(rows: Rows): Promise<(Outcome & { provenAt: string | null }) | null> {
  const run = await lastRun(rows, 'finished');
  return run ? { provenAt: run.finishedAt, ...(run.cursor as Outcome) } : null;
}

/**
 * The books proof of each night; nights that were slept through are one. What came of it stays with the run as its
 * cursor: the counters of a run that is opened again at its own instant go on from where they stood.
 */
export const createProveBooks = ({ platform }: Tools): Job => ({
  name: PROVE_BOOKS,
  sleepsThrough: true,
  async nextDue() {
    const { last, next } = nightsAround(platform.clock.now(), platform.clock.zone());
    const run = await lastRun(platform.rows);
    return run && compareInstants(run.tick, last) >= 0 ? next : last;
  },
  async step({ runId }) {
    const counts = Object.entries(await platform.proof.count());
    const wrong = counts.filter(([, count]) => count > 0);
    const found = wrong.reduce((sum, [, count]) => sum + count, 0);
    if (found > 0) {
      const [run] = await platform.rows.byIds(JOB_RUN, [runId], { fields: [] });
      await platform.transaction(async () => {
        await platform.events.record([
          {
            name: 'books.discrepancies_found',
            subject: { type: JOB_RUN, id: runId, documentId: run?.documentId ?? '' },
            after: { discrepancies: found, checks: Object.fromEntries(wrong) },
          },
        ]);
      });
    }
    const outcome: Outcome = { checks: counts.length, discrepancies: found };
    return {
      done: true,
      cursor: outcome,
      processed: counts.length - wrong.length,
      failed: found,
      total: counts.length,
    };
  },
});
