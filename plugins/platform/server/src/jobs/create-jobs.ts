import { setTimeout as pause } from 'node:timers/promises';
import type { Core } from '@strapi/types';
import { compareInstants, conflict, notFound } from '../../../kernel/src';
import type { Job } from '../../../kit/src/jobs';
import type { Rows } from '../../../kit/src/rows';
import type { Callers } from '../core/callers';
import { type TestClock, wallClock } from '../core/clock';
import type { Transactions } from '../core/transaction';
import { type Carrier, createCarrier } from './carrier';
import { ready } from './drain';
import { createLock } from './lock';
import { createOpenDue, dueBy, tickOf } from './open-due';
import { createRunStore, type Run } from './run-store';
import { createStepRun, type Outcome } from './step-run';
import { createTimekeeper } from './timekeeper';
import { createWaker } from './waker';

export interface JobsNeeds {
  strapi: Core.Strapi;
  rows: Rows;
  transactions: Pick<Transactions, 'afterCommit'>;
  clock: TestClock;
  callers: Callers;
  jobs: () => readonly Job[];
}

export interface Schedule {
  name: string;
  /** When it next has something to do; null: nothing in sight. */
  nextDue: string | null;
  /** The latest first. */
  runs: Run[];
}

/** `SANYA_JOBS`: `off` for scripts, `inline` never leaves this process; by default instances on one PostgreSQL share. */
const modeOf = (rows: Rows): 'off' | 'inline' | 'shared' => {
  const wanted = process.env.SANYA_JOBS;
  if (wanted === 'off' || wanted === 'inline') return wanted;
  return rows.dialect === 'postgres' ? 'shared' : 'inline';
};

const RUNS_SHOWN = 5;
/** How long `run now` waits for the end before it answers with the run as it stands. */
const PATIENCE_MS = 20_000;
const LOOK_AGAIN_MS = 50;
/** An instance leaves the next step to the others for so much of the time that its own took. */
const LEFT = 1 / 50;

/** What the clock starts: the registry of jobs, their runs, and who wakes them. */
export function createJobs({ strapi, rows, transactions, clock, callers, jobs }: JobsNeeds) {
  const store = createRunStore({ rows, now: clock.now, wallClock });
  const jobOf = (name: string): Job | undefined => jobs().find((job) => job.name === name);
  const known = (name: string): boolean => jobOf(name) !== undefined;
  const stepRun = createStepRun({ strapi, clock, callers, store, jobOf });
  const open = createOpenDue({ strapi, store, jobs });
  let stopping = false;
  let carrier: Carrier | undefined;
  let joining = false;
  const time = createTimekeeper({ strapi, clock, store, open, step, known, stopping: () => stopping });
  const alone = createLock();

  const underWay = new Set<Promise<Outcome>>();
  function step(runId: number): Promise<Outcome> {
    const mine = stepRun(runId).finally(() => underWay.delete(mine));
    underWay.add(mine);
    return mine;
  }

  /** Opens what is due and hands every run that may be stepped to the instances. */
  async function handOut(to: Carrier): Promise<void> {
    await clock.refresh();
    for (const due of dueBy(clock.now(), await open.ask(await store.open()))) await open.openTick(due);
    const free = ready(await store.open(), clock.now(), known).filter(
      (run) => run.leaseUntil === null || compareInstants(run.leaseUntil, wallClock()) < 0,
    );
    await to.send(free.map((run) => run.id));
  }

  const waker = createWaker({
    strapi,
    pass: () =>
      alone(async () => {
        await joinOthers();
        return carrier ? handOut(carrier) : time.drain();
      }),
    ticking: !clock.enabled,
  });

  /** At the first look, when every plugin has started: from then on messages may come for any job. */
  async function joinOthers(): Promise<void> {
    if (!joining) return;
    joining = false;
    try {
      carrier = await createCarrier({ strapi, step: carried });
    } catch (error) {
      // Leases keep runs apart all the same: this instance then steps what it finds by itself.
      strapi.log.error(error);
    }
  }

  /** A step that came by message: the next one is anybody's, and after the last there may be new work. */
  async function carried(runId: number): Promise<void> {
    const from = performance.now();
    const outcome = await step(runId);
    if (outcome === 'more') await carrier?.leave(runId, (performance.now() - from) * LEFT);
    if (outcome === 'done') waker.poke();
  }

  /** Work of jobs inside a transaction would be undone with it, and on SQLite wait for it for ever. */
  function outside<T>(work: () => Promise<T>): Promise<T> {
    if (strapi.db.inTransaction()) throw new Error('Jobs are not run inside a transaction');
    return waker.outside(work);
  }

  async function stepToEnd(id: number): Promise<void> {
    const until = Date.parse(wallClock()) + PATIENCE_MS;
    while (!stopping && Date.parse(wallClock()) < until) {
      const outcome = await step(id);
      if (outcome === 'more') continue;
      if (outcome !== 'busy') return;
      const [mine] = ready(
        [await store.byId(id)].filter((run) => run !== undefined),
        clock.now(),
        known,
      );
      if (mine?.state !== 'running') return;
      await pause(LOOK_AGAIN_MS);
    }
    waker.poke();
  }

  return {
    /** Begins to look every minute and after each poke. On PostgreSQL this instance joins the others. */
    async start(): Promise<void> {
      stopping = false;
      const mode = modeOf(rows);
      if (mode === 'off') return;
      if (rows.dialect === 'sqlite') await store.releaseAll();
      joining = mode === 'shared';
      waker.start();
    },

    /** Waits for the step that is under way; then nothing runs any more. */
    async stop(): Promise<void> {
      stopping = true;
      await waker.stop();
      await carrier?.stop();
      carrier = undefined;
      await alone(() => Promise.allSettled(underWay));
    },

    /** Something may be due, as soon as the transaction under way is committed. */
    poke: (): void => transactions.afterCommit(waker.poke),

    /**
     * Runs all that is due, to completion and in order, in this process. With `until` (test clock only) the clock is
     * turned forward to it, halting wherever something falls due.
     */
    runDue: (until?: string): Promise<void> =>
      outside(() =>
        alone(async () => {
          await clock.refresh();
          return until === undefined ? time.drainInOrder() : time.leapTo(until);
        }),
      ),

    stepOnce: (runId: number): Promise<Outcome> => outside(() => step(runId)),

    /** Runs a job at once, whatever its schedule says; a run that is under way or waits out its back-off goes on. */
    runNow: (name: string): Promise<Run> =>
      outside(async () => {
        if (!known(name)) throw notFound('job.unknown', { field: 'name', params: { job: name } });
        await clock.refresh();
        const run = await runToStep(name);
        await stepToEnd(run.id);
        return (await store.byId(run.id)) ?? run;
      }),

    /** Lets a run that was given up go on where it stood. */
    async retry(documentId: string): Promise<Run> {
      const run = await store.byDocumentId(documentId);
      if (!run) throw notFound('job_run.not_found', { field: 'id' });
      if (run.state === 'finished') throw conflict('job_run.finished', { params: { job: run.job } });
      const changed = run.state === 'running' ? await store.hurry(run.id) : await reopenFailed(run);
      if (!changed) throw conflict('job_run.changed', { params: { job: run.job } });
      transactions.afterCommit(waker.poke);
      return (await store.byId(run.id)) ?? run;
    },

    /** The runs of one job, the latest first. */
    async runsOf(name: string, limit: number): Promise<Run[]> {
      if (!known(name)) throw notFound('job.unknown', { field: 'name', params: { job: name } });
      return store.latest(name, limit);
    },

    async list(): Promise<Schedule[]> {
      await clock.refresh();
      return Promise.all(
        jobs().map(async (job) => ({
          name: job.name,
          nextDue: await open.nextDue(job),
          runs: await store.latest(job.name, RUNS_SHOWN),
        })),
      );
    },
  };

  /** The open run of the job, or a run of this very instant. */
  async function runToStep(name: string): Promise<Run> {
    const running = (await store.open()).find((run) => run.job === name);
    if (running) {
      await store.hurry(running.id);
      return running;
    }
    const tick = tickOf(clock.now());
    if (!(await store.insert(name, tick))) {
      const there = await store.byTick(name, tick);
      if (there && there.state !== 'running') await store.reopen(there, { cursor: null });
    }
    const run = await store.byTick(name, tick);
    if (!run) throw conflict('job_run.other_open', { params: { job: name } });
    return run;
  }

  async function reopenFailed(run: Run): Promise<boolean> {
    const other = (await store.open()).some((one) => one.job === run.job);
    if (other) throw conflict('job_run.other_open', { params: { job: run.job } });
    return store.reopen(run);
  }
}

export type Jobs = ReturnType<typeof createJobs>;
