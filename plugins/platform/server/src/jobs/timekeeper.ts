import type { Core } from '@strapi/types';
import { conflict, compareInstants } from '../../../kernel/src';
import type { TestClock } from '../core/clock';
import { createDrain } from './drain';
import { createDueMemory, type DueMemory } from './due-memory';
import { earliestAfter, leap } from './leap';
import type { OpenDue } from './open-due';
import type { RunStore } from './run-store';
import type { StepRun } from './step-run';

export interface TimekeeperNeeds {
  strapi: Core.Strapi;
  clock: TestClock;
  store: RunStore;
  open: OpenDue;
  step: StepRun;
  known: (job: string) => boolean;
  stopping: () => boolean;
}

/** Runs what is due, and turns a test clock from one due instant to the next. */
export function createTimekeeper({ strapi, clock, store, open, step, known, stopping }: TimekeeperNeeds) {
  const drain = createDrain({ clock, store, open, step, known, stopping });

  async function remembering<T>(work: (memory: DueMemory) => Promise<T>): Promise<T> {
    const memory = createDueMemory({ connection: strapi.db.connection, clock });
    return work(memory).finally(memory.close);
  }

  /** Everything due now, to its end, the earliest first. */
  async function drainInOrder(memory: DueMemory): Promise<void> {
    await drain(memory, { inOrder: true });
    if (stopping()) throw new Error('Jobs have been stopped');
  }

  async function nextInstant(memory: DueMemory): Promise<string | null> {
    const running = await store.open();
    const asked = await open.ask(running, memory);
    const halts = asked.filter(({ job }) => !job.sleepsThrough).map(({ tick }) => tick);
    const waiting = running.filter((run) => known(run.job)).map((run) => run.nextAttemptAt);
    return earliestAfter(clock.now(), [...halts, ...waiting]);
  }

  return {
    /** Everything due now, all runs by turns. */
    drain: () => remembering((memory) => drain(memory, { inOrder: false })),
    drainInOrder: () => remembering(drainInOrder),
    async leapTo(until: string): Promise<void> {
      if (!clock.enabled) throw conflict('clock.not_enabled');
      if (compareInstants(until, clock.now()) < 0) {
        throw conflict('clock.only_forward', { field: 'now', params: { now: clock.now() } });
      }
      await remembering((memory) =>
        leap(until, {
          now: clock.now,
          nextInstant: () => nextInstant(memory),
          moveTo: clock.moveTo,
          drain: () => drainInOrder(memory),
        }),
      );
    },
  };
}

export type Timekeeper = ReturnType<typeof createTimekeeper>;
