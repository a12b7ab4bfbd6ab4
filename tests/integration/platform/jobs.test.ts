import type { Job, StepContext, StepResult } from '../../../plugins/platform/kit/src/jobs';
import type { PlatformCore } from '../../../plugins/platform/server/src/core/core';
import { createJobs } from '../../../plugins/platform/server/src/jobs/create-jobs';
import { createRunStore, JOB_RUN, type Run } from '../../../plugins/platform/server/src/jobs/run-store';
import { createTidyRuns } from '../../../plugins/platform/server/src/jobs/tidy-runs';
import { wallClock } from '../../../plugins/platform/server/src/core/clock';
import { type App, bootApp } from '../../support/app';

const START = '2030-01-01T00:00:00.000Z';
const plus = (minutes: number): string => new Date(Date.parse(START) + minutes * 60_000).toISOString();

describe('jobs and their runs', () => {
  let app: App;
  let core: PlatformCore;
  let silent: jest.SpyInstance;
  beforeAll(async () => {
    app = await bootApp({ SANYA_JOBS: 'off' });
    core = app.strapi.plugin('platform').service('core') as PlatformCore;
    await core.clock.moveTo(START);
    silent = jest.spyOn(app.strapi.log, 'error').mockImplementation(() => app.strapi.log);
  });
  afterAll(async () => {
    silent.mockRestore();
    await app.close();
  });

  const runsOf = (job: string): Promise<Run[]> =>
    app.platform.rows.find<Run>(JOB_RUN, (query, column) => void query.where(column('job'), job));
  /** The runner on the application's database with other jobs: what a second instance would be, but for the process. */
  const runner = (...jobs: Job[]) =>
    createJobs({
      strapi: app.strapi,
      rows: app.platform.rows,
      transactions: { afterCommit: app.platform.afterCommit },
      clock: core.clock,
      callers: core.callers,
      jobs: () => jobs,
    });

  /** Work of so many chunks that falls due once, at `due`. */
  function chunks(
    name: string,
    count: number,
    work: (context: StepContext) => Promise<void> = async () => undefined,
    due = START,
  ) {
    const steps: unknown[] = [];
    let done = false;
    const job: Job = {
      name,
      nextDue: async () => (done ? null : due),
      async step(context): Promise<StepResult> {
        steps.push(context.cursor);
        await work(context);
        const chunk = ((context.cursor as { chunk: number } | null)?.chunk ?? 0) + 1;
        done = chunk === count;
        return { done, cursor: { chunk }, processed: 10, total: count * 10, note: `chunk ${chunk}` };
      },
    };
    return { job, steps };
  }

  test('a run goes chunk by chunk by its cursor and keeps its progress and result', async () => {
    const { job, steps } = chunks('test.chunks', 3);
    await runner(job).runDue();
    expect(steps).toEqual([null, { chunk: 1 }, { chunk: 2 }]);
    expect(await runsOf('test.chunks')).toMatchObject([
      {
        tick: START,
        state: 'finished',
        processed: 30,
        total: 30,
        steps: 3,
        note: 'chunk 3',
        attempts: 0,
        leaseBy: null,
      },
    ]);
  });

  test('of many who start the same tick at once one opens it, and each chunk is done once', async () => {
    const { job, steps } = chunks('test.once', 4, () => new Promise((resolve) => setTimeout(resolve, 10)));
    await Promise.all(Array.from({ length: 12 }, () => runner(job).runDue()));
    expect(steps).toEqual([null, { chunk: 1 }, { chunk: 2 }, { chunk: 3 }]);
    expect(await runsOf('test.once')).toHaveLength(1);
  });

  test('two open runs of one job cannot be', async () => {
    const store = createRunStore({ rows: app.platform.rows, now: core.clock.now, wallClock });
    const opened = await Promise.all(
      Array.from({ length: 10 }, (_, index) => store.insert('test.single', plus(index % 3))),
    );
    expect(opened.filter(Boolean)).toHaveLength(1);
    const [open] = await runsOf('test.single');
    const taken = await Promise.all(
      Array.from({ length: 10 }, (_, index) => store.claim(open?.id ?? 0, `hand ${index}`)),
    );
    expect(taken.filter(Boolean)).toHaveLength(1);
  });

  test('after a failure in the middle it waits out its back-off and goes on where it stood', async () => {
    let broken = true;
    const { job, steps } = chunks('test.resume', 3, async ({ cursor }) => {
      if (broken && (cursor as { chunk: number } | null)?.chunk === 1) throw new Error('the power is gone');
    });
    const jobs = runner(job);
    await jobs.runDue();
    const now = core.clock.now();
    expect(await runsOf('test.resume')).toMatchObject([
      { state: 'running', processed: 10, attempts: 1, lastError: 'the power is gone', cursor: { chunk: 1 } },
    ]);
    await jobs.runDue();
    expect(steps).toHaveLength(2);
    broken = false;
    await jobs.runDue(new Date(Date.parse(now) + 60_000).toISOString());
    expect(steps).toEqual([null, { chunk: 1 }, { chunk: 1 }, { chunk: 2 }]);
    expect(await runsOf('test.resume')).toMatchObject([
      { state: 'finished', processed: 30, attempts: 0, lastError: null },
    ]);
  });

  test('a process that ended in a step: the run is taken over when its lease has run out, not before', async () => {
    const { job, steps } = chunks('test.killed', 2);
    const store = createRunStore({ rows: app.platform.rows, now: core.clock.now, wallClock });
    await store.insert('test.killed', START);
    const [open] = await runsOf('test.killed');
    await store.claim(open?.id ?? 0, 'a process that is gone');
    expect(await runner(job).stepOnce(open?.id ?? 0)).toBe('busy');
    const late = createRunStore({
      rows: app.platform.rows,
      now: core.clock.now,
      wallClock: () => new Date(Date.parse(wallClock()) - 120_000).toISOString(),
    });
    await late.renew(open?.id ?? 0, 'a process that is gone');
    await runner(job).runDue();
    expect(steps).toHaveLength(2);
    expect(await runsOf('test.killed')).toMatchObject([{ state: 'finished' }]);
  });

  test('who lost the lease keeps nothing', async () => {
    const store = createRunStore({ rows: app.platform.rows, now: core.clock.now, wallClock });
    await store.insert('test.lost', START);
    const [open] = await runsOf('test.lost');
    const mine = await store.claim(open?.id ?? 0, 'mine');
    await store.releaseAll();
    await store.claim(open?.id ?? 0, 'theirs');
    expect(await store.stepped(mine as Run, 'mine', { done: true, processed: 99 })).toBe(false);
    expect(await runsOf('test.lost')).toMatchObject([{ state: 'running', processed: 0, leaseBy: 'theirs' }]);
  });

  test('after eight failures it is given up, others go on; staff let it go on where it stood', async () => {
    let broken = true;
    const due = core.clock.now();
    const failing = chunks(
      'test.failing',
      2,
      async () => {
        if (broken) throw new Error('no such host');
      },
      due,
    );
    const well = chunks('test.well', 1, undefined, due);
    const jobs = runner(failing.job, well.job);
    await jobs.runDue(new Date(Date.parse(due) + 4 * 86_400_000).toISOString());
    const [run] = await runsOf('test.failing');
    expect(run).toMatchObject({ state: 'failed', attempts: 8, lastError: 'no such host', nextAttemptAt: null });
    expect(await runsOf('test.well')).toMatchObject([{ state: 'finished' }]);
    expect(failing.steps).toHaveLength(8);
    await jobs.runDue();
    expect(failing.steps).toHaveLength(8);
    broken = false;
    await jobs.retry(run?.documentId ?? '');
    await jobs.runDue();
    expect(await runsOf('test.failing')).toMatchObject([{ state: 'finished', processed: 20 }]);
    await expect(jobs.retry(run?.documentId ?? '')).rejects.toMatchObject({ code: 'job_run.finished' });
  });

  test('new work at an instant whose run has finished opens that run again; nothing to do ends it', async () => {
    const now = core.clock.now();
    let waiting = 2;
    let asked = 0;
    const jobs = runner({
      name: 'test.queue',
      nextDue: async () => now,
      async step() {
        asked += 1;
        const processed = Math.min(waiting, 1);
        waiting -= processed;
        return { done: true, processed };
      },
    });
    await jobs.runDue();
    expect(waiting).toBe(0);
    expect(asked).toBe(3);
    waiting = 1;
    await jobs.runDue();
    expect(await runsOf('test.queue')).toMatchObject([{ state: 'finished', tick: now, processed: 3 }]);
  });

  test('a job that cannot tell when it is due does not stop the others', async () => {
    const { job, steps } = chunks('test.beside', 1);
    const blind: Job = { ...job, name: 'test.blind', nextDue: () => Promise.reject(new Error('blind')) };
    await runner(blind, job).runDue();
    expect(steps).toHaveLength(1);
  });

  test('run now: whatever the schedule says, and through a back-off', async () => {
    let broken = true;
    const { job, steps } = chunks(
      'test.now',
      2,
      async () => {
        if (broken) throw new Error('not yet');
      },
      '2099-01-01T00:00:00.000Z',
    );
    const jobs = runner(job);
    expect(await jobs.runNow('test.now')).toMatchObject({ state: 'running', lastError: 'not yet', attempts: 1 });
    broken = false;
    expect(await jobs.runNow('test.now')).toMatchObject({ state: 'finished', processed: 20 });
    expect(steps).toHaveLength(3);
    await expect(jobs.runNow('test.unknown')).rejects.toMatchObject({ code: 'job.unknown' });
  });

  test('jobs act as the system, outside of the transaction and the caller that woke them', async () => {
    let seen: { caller: string; inside: boolean } | undefined;
    const { job } = chunks('test.who', 1, async () => {
      seen = { caller: app.platform.caller().key, inside: app.strapi.db.inTransaction() };
    });
    await app.platform.as({ kind: 'staff', key: 'staff:1' }, () => runner(job).runDue());
    expect(seen).toEqual({ caller: 'system:test.who', inside: false });
    await expect(app.platform.transaction(() => runner(job).runDue())).rejects.toThrow('inside a transaction');
  });

  test('finished runs are forgotten after a week, but the last of each job', async () => {
    const old = chunks('test.old', 1, undefined, core.clock.now());
    await runner(old.job).runDue();
    const later = chunks('test.old', 1, undefined, new Date(Date.parse(core.clock.now()) + 1000).toISOString());
    const tidy = createTidyRuns({ rows: app.platform.rows, clock: core.clock });
    await runner(later.job, tidy).runDue(new Date(Date.parse(core.clock.now()) + 9 * 86_400_000).toISOString());
    expect(await runsOf('test.old')).toHaveLength(1);
    expect(await runsOf('test.chunks')).toHaveLength(1);
    expect(await runsOf('test.lost')).toHaveLength(1);
  });
});
