import { conflict, compareInstants } from '../../../kernel/src';
import type { TestClock } from '../core/clock';
import { createDrain } from './drain';
import { earliestAfter, leap } from './leap';
import type { OpenDue } from './open-due';
import type { RunStore } from './run-store';
import type { StepRun } from './step-run';

export interface TimekeeperNeeds {
  clock: TestClock;
  store: RunStore;
  open: OpenDue;
  step: StepRun;
  known: (job: string) => boolean;
  stopping: () => boolean;
}

/** Runs what is due, and turns a test clock from one due instant to the next. */
export function createTimekeeper({ clock, store, open, step, known, stopping }: TimekeeperNeeds) {
  const drain = createDrain({ clock, store, open, step, known, stopping });

  /** Everything due now, to its end, the earliest first. */
  async function drainInOrder(): Promise<void> {
    await drain({ inOrder: true });
    if (stopping()) throw new Error('Jobs have been stopped');
  }

  const nextInstant = async (): Promise<string | null> => {
    const running = await store.open();
    const asked = await open.ask(running);
    const halts = asked.filter(({ job }) => !job.sleepsThrough).map(({ tick }) => tick);
    const waiting = running.filter((run) => known(run.job)).map((run) => run.nextAttemptAt);
    return earliestAfter(clock.now(), [...halts, ...waiting]);
  };

  return {
    drain,
    drainInOrder,
    async leapTo(until: string): Promise<void> {
      if (!clock.enabled) throw conflict('clock.not_enabled');
      if (compareInstants(until, clock.now()) < 0) {
        throw conflict('clock.only_forward', { field: 'now', params: { now: clock.now() } });
      }
      await leap(until, { now: clock.now, nextInstant, moveTo: clock.moveTo, drain: drainInOrder });
    },
  };
}

export type Timekeeper = ReturnType<typeof createTimekeeper>;
