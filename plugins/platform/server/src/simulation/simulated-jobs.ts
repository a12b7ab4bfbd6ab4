import type { Core } from '@strapi/types';
import type { Job } from '../../../kit/src/jobs';
import type { Rows } from '../../../kit/src/rows';
import type { Callers } from '../core/callers';
import { type TestClock, wallClock } from '../core/clock';
import { createOpenDue } from '../jobs/open-due';
import { createRunStore } from '../jobs/run-store';
import { createStepRun } from '../jobs/step-run';
import { createTimekeeper, type Timekeeper } from '../jobs/timekeeper';

export interface SimulatedJobsNeeds {
  strapi: Core.Strapi;
  rows: Rows;
  clock: TestClock;
  callers: Callers;
}

export interface SimulatedJobs {
  jobs: readonly Job[];
  /** What is seen to after each step. */
  stepped: () => Promise<void>;
}

/** The real timekeeper over the jobs of a simulation, in the transaction that is taken back. */
export async function keepSimulatedTime(
  { strapi, rows, clock, callers }: SimulatedJobsNeeds,
  { jobs, stepped }: SimulatedJobs,
): Promise<Timekeeper> {
  const store = createRunStore({ rows, now: clock.now, wallClock });
  // What another instance has in hand goes on in the simulation where it stood.
  await store.releaseAll();
  const jobOf = (name: string): Job | undefined => jobs.find((job) => job.name === name);
  const step = createStepRun({ strapi, clock, callers, store, jobOf });
  return createTimekeeper({
    strapi,
    clock,
    store,
    open: createOpenDue({ strapi, store, jobs: () => jobs }),
    step: async (run) => {
      const outcome = await step(run);
      await stepped();
      return outcome;
    },
    known: (name) => jobOf(name) !== undefined,
    stopping: () => false,
  });
}
