import { setTimeout as pause } from 'node:timers/promises';
import type { Core } from '@strapi/types';
import type PgBoss from 'pg-boss';
import { createBell } from './bell';

const QUEUE = 'step-run';
/** How many steps one instance takes at a time: a long one does not hold up the mail. */
const HANDS = 2;
/** Messages of which nobody told are seen within this time. */
const POLL_MS = 1000;

export interface Carrier {
  /** "Step run 17": to whichever instance is free. */
  send(runIds: readonly number[]): Promise<void>;
  /** The same, to another instance where one comes for it within so many milliseconds. */
  leave(runId: number, withinMs: number): Promise<void>;
  stop(): Promise<void>;
}

interface Message {
  run: number;
}

/** Strapi tells the driver, for the whole process, to leave JSON unread. */
const runOf = (data: Message | string): number => (typeof data === 'string' ? (JSON.parse(data) as Message) : data).run;

export interface CarrierNeeds {
  strapi: Core.Strapi;
  step: (runId: number) => Promise<void>;
}

/** One schema of pg-boss for each schema of Strapi: two sites may share a database. */
const schemaFor = (own: string | undefined): string =>
  !own || own === 'public' ? 'sanya_boss' : `sanya_boss_${own.replace(/\W/g, '_')}`.slice(0, 50);

/**
 * pg-boss between the instances on one PostgreSQL. It carries only the id of a run: what is due, what was done and who
 * has it stands in the run's row, so a message that comes twice, late or never does no harm (the next look sends it
 * anew). Messages are fetched here instead of by pg-boss's own workers: those leave promises that nobody awaits, and a
 * lost connection would end the process.
 */
export async function createCarrier({ strapi, step }: CarrierNeeds): Promise<Carrier> {
  const { default: Boss } = await import('pg-boss');
  const { schema: own, ...connection } = strapi.config.get('database.connection.connection') as PgBoss.DatabaseOptions;
  const schema = schemaFor(own);
  const boss = new Boss({
    ...{ ...connection, schema },
    application_name: 'sanya-jobs',
    max: HANDS + 1,
    schedule: false,
    maintenanceIntervalSeconds: 60,
  });
  boss.on('error', (error) => strapi.log.error(error));
  await boss.start();
  // `short`: of one run at most one message waits.
  await boss.createQueue(QUEUE, { name: QUEUE, policy: 'short', retryLimit: 2, retryDelay: 5, expireInSeconds: 900 });

  let stopping = false;
  let sleep = new AbortController();
  /** Until then others go first. */
  let waitsUntil = 0;
  /** Wakes the hands that found nothing; one that is looking just now looks again. */
  function wake(): void {
    const ended = sleep;
    sleep = new AbortController();
    ended.abort();
  }
  const bell = await createBell(strapi, schema, wake);

  async function one(): Promise<boolean> {
    const [message] = await boss.fetch<Message | string>(QUEUE);
    if (!message) return false;
    try {
      await step(runOf(message.data));
      await boss.deleteJob(QUEUE, message.id);
    } catch (error) {
      strapi.log.error(error);
      await boss.fail(QUEUE, message.id, { message: String(error) });
    }
    return true;
  }

  async function hand(): Promise<void> {
    while (!stopping) {
      const { signal } = sleep;
      const waits = waitsUntil - performance.now();
      if (waits > 0) {
        await pause(waits);
        continue;
      }
      try {
        if (await one()) continue;
      } catch (error) {
        strapi.log.error(error);
      }
      await pause(POLL_MS, undefined, { signal }).catch(() => undefined);
    }
  }
  const hands = Array.from({ length: HANDS }, hand);

  async function send(runIds: readonly number[]): Promise<void> {
    if (runIds.length === 0) return;
    for (const run of runIds) await boss.send(QUEUE, { run }, { singletonKey: String(run) });
    await bell.ring();
    wake();
  }

  return {
    send,
    async leave(runId, withinMs) {
      waitsUntil = performance.now() + withinMs;
      await send([runId]);
    },
    async stop() {
      stopping = true;
      wake();
      await Promise.all(hands);
      await bell.stop();
      await boss.stop({ graceful: false });
    },
  };
}
