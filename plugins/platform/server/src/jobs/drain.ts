import { setTimeout as pause } from 'node:timers/promises';
import { compareInstants } from '../../../kernel/src';
import type { TestClock } from '../core/clock';
import type { DueMemory } from './due-memory';
import { dueBy, type OpenDue } from './open-due';
import type { Run, RunStore } from './run-store';
import type { StepRun } from './step-run';

/** How often to look again at a run that another instance is stepping. */
const LOOK_AGAIN_MS = 50;

export interface DrainNeeds {
  clock: TestClock;
  store: RunStore;
  open: OpenDue;
  step: StepRun;
  known: (job: string) => boolean;
  stopping: () => boolean;
}

/** Open runs that may be stepped now, of jobs that this site has. */
export const ready = (runs: readonly Run[], now: string, known: (job: string) => boolean): Run[] =>
  runs.filter((run) => known(run.job) && (run.nextAttemptAt === null || compareInstants(run.nextAttemptAt, now) <= 0));

/**
 * Runs all that is due now, step by step in this process. `inOrder`: the earliest tick to its end before a later one
 * begins, waiting for what another instance has in hand; else all runs take turns, so that a long one does not hold up
 * the mail.
 */
export function createDrain({ clock, store, open, step, known, stopping }: DrainNeeds) {
  return async function drain(memory: DueMemory, { inOrder }: { inOrder: boolean }): Promise<void> {
    // Ticks that a job may name again and again without anything being done would keep us here for ever.
    const spent = new Set<string>();
    const keyOf = (job: string, tick: string): string => `${job} ${tick}`;

    while (!stopping()) {
      await clock.refresh();
      const now = clock.now();
      const running = await store.open();
      const asked = await open.ask(running, memory);
      const due = dueBy(now, asked).filter(({ job, tick }) => !spent.has(keyOf(job.name, tick)));
      const [first] = [...due, ...ready(running, now, known)].map(({ tick }) => tick).sort();
      if (first === undefined) return;
      const wanted = (one: { tick: string }): boolean => !inOrder || one.tick === first;

      for (const one of due.filter(wanted)) {
        if ((await open.openTick(one)) === 'given_up') spent.add(keyOf(one.job.name, one.tick));
      }
      const runs = ready(await store.open(), now, known).filter(wanted);
      let busy = 0;
      for (const run of runs) {
        const outcome = await step(run.id);
        memory.forget(run.job);
        if (outcome === 'busy') busy += 1;
        if (outcome === 'idle') spent.add(keyOf(run.job, run.tick));
      }
      if (runs.length > busy) continue;
      if (runs.length > 0 && !inOrder) return;
      await pause(LOOK_AGAIN_MS);
    }
  };
}
