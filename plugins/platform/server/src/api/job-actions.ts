import { z } from 'zod';
import { defineAction } from '../../../kit/src/actions';
import type { Run } from '../jobs/run-store';
import { coreOf } from '../core/core-of';
import { jobRun, jobs } from './answers';
import { page, problemFor, type Reader, titleOf } from './shown';

const runShown = (reader: Reader, run: Run) => ({
  id: run.documentId,
  number: run.id,
  job: run.job,
  tick: run.tick,
  state: run.state,
  processed: run.processed,
  failed: run.failed,
  total: run.total,
  steps: run.steps,
  attempts: run.attempts,
  note: run.note,
  lastError: problemFor(reader, run.lastError),
  nextAttemptAt: run.nextAttemptAt,
  startedAt: run.startedAt,
  finishedAt: run.finishedAt,
});

/** What staff see and do about jobs. */
export const jobActions = [
  defineAction({
    name: 'listJobs',
    summary: 'Jobs with their schedule and last runs',
    staff: { method: 'GET', path: '/jobs', permission: 'job.read' },
    input: z.strictObject({}),
    output: jobs,
    writes: false,
    run: async (call) =>
      (await coreOf(call.strapi).jobs.list()).map((job) => ({
        ...job,
        title: titleOf(call, 'job', job.name),
        runs: job.runs.map((run) => runShown(call, run)),
      })),
  }),
  defineAction({
    name: 'listJobRuns',
    summary: 'The runs of a job, the latest first',
    staff: { method: 'GET', path: '/jobs/:name/runs', permission: 'job.read' },
    input: z.strictObject({ limit: page.limit }),
    output: z.array(jobRun),
    writes: false,
    run: async (call) =>
      (await coreOf(call.strapi).jobs.runsOf(call.params.name ?? '', call.input.limit)).map((run) =>
        runShown(call, run),
      ),
  }),
  defineAction({
    name: 'runJob',
    summary: 'Run a job now',
    staff: { method: 'POST', path: '/jobs/:name/run', permission: 'job.run' },
    input: z.strictObject({}),
    output: jobRun,
    // A job opens its own transactions, step by step.
    ownTransactions: true,
    run: async (call) => runShown(call, await coreOf(call.strapi).jobs.runNow(call.params.name ?? '')),
  }),
  defineAction({
    name: 'retryJobRun',
    summary: 'Let a failed run go on where it stood',
    staff: { method: 'POST', path: '/job-runs/:id/retry', permission: 'job.run' },
    input: z.strictObject({}),
    output: jobRun,
    run: async (call) => runShown(call, await coreOf(call.strapi).jobs.retry(call.params.id ?? '')),
  }),
];
