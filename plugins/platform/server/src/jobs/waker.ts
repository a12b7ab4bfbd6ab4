import { AsyncResource } from 'node:async_hooks';
import type { Core } from '@strapi/types';
import schedule, { type Scheduled } from 'node-schedule';

/** Pokes so close together are one. */
const GATHER_MS = 20;
const EVERY_MINUTE = '* * * * *';

export interface WakerNeeds {
  strapi: Core.Strapi;
  /** Looks what is due. Never two at a time. */
  pass: () => Promise<void>;
  /** With the test clock nothing falls due by waiting: then only pokes wake. */
  ticking: boolean;
}

/** Decides when to look: every minute, and soon after a poke. */
export function createWaker({ strapi, pass, ticking }: WakerNeeds) {
  // A poke comes from inside a request and its transaction; what it starts must not believe to be in them.
  const outside = new AsyncResource('sanya.jobs');
  let minute: Scheduled | undefined;
  let gathering: NodeJS.Timeout | undefined;
  let under: Promise<void> | undefined;
  let again = false;
  let started = false;

  async function look(): Promise<void> {
    do {
      again = false;
      try {
        await pass();
      } catch (error) {
        strapi.log.error(error);
      }
    } while (again && started);
    under = undefined;
  }

  function wake(): void {
    gathering = undefined;
    if (!started) return;
    // Other plugins are still starting: their jobs may need what is not there yet.
    if (!strapi.isLoaded) return gather();
    if (under) again = true;
    else under = look();
  }

  function gather(): void {
    gathering ??= setTimeout(wake, GATHER_MS).unref();
  }

  return {
    start(): void {
      if (started) return;
      started = true;
      if (ticking) minute = schedule.scheduleJob(EVERY_MINUTE, () => outside.runInAsyncScope(gather));
      outside.runInAsyncScope(gather);
    },
    poke(): void {
      if (started) outside.runInAsyncScope(gather);
    },
    /** Runs work outside of whatever request, caller and transaction is under way here. */
    outside: <T>(work: () => T): T => outside.runInAsyncScope(work),
    /** Waits for the look that is under way. */
    async stop(): Promise<void> {
      started = false;
      minute?.cancel();
      clearTimeout(gathering);
      gathering = undefined;
      await under;
    },
  };
}
