import type { Core } from '@strapi/types';
import { compareInstants } from '../../../kernel/src';
import type { Job } from '../../../kit/src/jobs';
import type { DueMemory } from './due-memory';
import type { Run, RunStore } from './run-store';

export interface Due {
  job: Job;
  tick: string;
}

/** `elsewhere`: somebody else opened or did it. `given_up`: it failed too often, and waits for staff. */
export type Opening = 'opened' | 'elsewhere' | 'given_up';

/** Ticks are kept to the millisecond on both databases. */
export const tickOf = (instant: string): string => new Date(Date.parse(instant)).toISOString();

/** Those that are due at `now`, the earliest first, equal ones in the order of registration. */
export const dueBy = (now: string, all: readonly { job: Job; tick: string | null }[]): Due[] =>
  all
    .filter((one): one is Due => one.tick !== null && compareInstants(one.tick, now) <= 0)
    .sort((a, b) => compareInstants(a.tick, b.tick));

export interface OpenNeeds {
  strapi: Core.Strapi;
  store: RunStore;
  jobs: () => readonly Job[];
}

/** Asks the jobs what is due and opens their runs. */
export function createOpenDue({ strapi, store, jobs }: OpenNeeds) {
  /** A job that cannot tell must not stop the others. */
  async function nextDue(job: Job, memory?: DueMemory): Promise<string | null> {
    try {
      const due = await (memory ? memory.ask(job) : job.nextDue());
      return due === null ? null : tickOf(due);
    } catch (error) {
      strapi.log.error(error);
      return null;
    }
  }

  /** Asks each job without an open run: one that has one is not asked, a job never overtakes itself. */
  async function ask(open: readonly Run[], memory?: DueMemory): Promise<{ job: Job; tick: string | null }[]> {
    const busy = new Set(open.map((run) => run.job));
    const answers: { job: Job; tick: string | null }[] = [];
    for (const job of jobs()) {
      if (!busy.has(job.name)) answers.push({ job, tick: await nextDue(job, memory) });
    }
    return answers;
  }

  /**
   * Opens the run of a tick. The unique row says whether it is there already; a finished one is opened again only when
   * the job, asked afterwards, still names that tick: then there is work that came at the same instant.
   */
  async function openTick({ job, tick }: Due): Promise<Opening> {
    if (await store.insert(job.name, tick)) return 'opened';
    const there = await store.byTick(job.name, tick);
    if (there?.state === 'failed') return 'given_up';
    if (there?.state !== 'finished' || (await nextDue(job)) !== tick) return 'elsewhere';
    return (await store.reopen(there, { cursor: null })) ? 'opened' : 'elsewhere';
  }

  return { ask, openTick, nextDue };
}

export type OpenDue = ReturnType<typeof createOpenDue>;
