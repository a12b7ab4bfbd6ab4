import type { Core } from '@strapi/types';
import type { Job } from '../../../kit/src/jobs';
import type { Callers } from '../core/callers';
import type { TestClock } from '../core/clock';
import { documentIds } from '../core/random-ids';
import { MAX_ATTEMPTS, nextAttempt } from './back-off';
import { keepProblem } from '../../../kernel/src';
import { LEASE_MS, type Run, type RunStore } from './run-store';

/** `busy`: not due, or somebody else has it. `idle`: finished without having found anything to do. */
export type Outcome = 'busy' | 'more' | 'done' | 'idle' | 'stumbled';

export interface StepNeeds {
  strapi: Core.Strapi;
  clock: TestClock;
  callers: Callers;
  store: RunStore;
  jobOf: (name: string) => Job | undefined;
}

/**
 * One step of one run, whoever asks for it: take the run by its lease, let the job do a chunk as `system`, keep what
 * came of it. No transaction is open around the step: a job opens its own, and may talk to a mail server between two.
 */
export function createStepRun({ strapi, clock, callers, store, jobOf }: StepNeeds) {
  async function work(run: Run, job: Job, by: string): Promise<Outcome> {
    const renewal = setInterval(() => {
      store.renew(run.id, by).catch((error: unknown) => strapi.log.error(error));
    }, LEASE_MS / 3);
    try {
      const result = await callers.as({ kind: 'system', key: `system:${job.name}` }, () =>
        job.step({ tick: run.tick, cursor: run.cursor, runId: run.id }),
      );
      if (!(await store.stepped(run, by, result))) {
        strapi.log.warn(`Run ${run.id} of ${job.name} was taken over: its step took longer than its lease`);
        return 'busy';
      }
      if (!result.done) return 'more';
      const done = run.processed + run.failed + (result.processed ?? 0) + (result.failed ?? 0);
      return done > run.doneBefore ? 'done' : 'idle';
    } finally {
      clearInterval(renewal);
    }
  }

  return async function stepRun(id: number): Promise<Outcome> {
    await clock.refresh();
    const [by = ''] = documentIds(1);
    const run = await store.claim(id, by);
    if (!run) return 'busy';
    const job = jobOf(run.job);
    try {
      if (!job) throw new Error(`There is no job ${run.job}`);
      if (run.attempts > MAX_ATTEMPTS) throw new Error('Each attempt at this step ended with the process');
      return await work(run, job, by);
    } catch (error) {
      strapi.log.error(error);
      await store.stumbled(run, by, keepProblem(error), nextAttempt(run.attempts, clock.now(), clock.zone()));
      return 'stumbled';
    }
  };
}

export type StepRun = ReturnType<typeof createStepRun>;
