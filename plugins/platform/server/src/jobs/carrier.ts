import { setTimeout as pause } from 'node:timers/promises';
import type { Core } from '@strapi/types';
import type PgBoss from 'pg-boss';

const QUEUE = 'step-run';
/** How many steps one instance takes at a time: a long one does not hold up the mail. */
const HANDS = 2;
/** Another instance's messages are seen within this time; own ones at once. */
const POLL_MS = 1000;

export interface Carrier {
  /** "Step run 17": to whichever instance is free. */
  send(runIds: readonly number[]): Promise<void>;
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
  const { schema, ...connection } = strapi.config.get('database.connection.connection') as PgBoss.DatabaseOptions;
  const boss = new Boss({
    ...connection,
    schema: schemaFor(schema),
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
  let bell = new AbortController();
  /** Wakes the hands that found nothing; one that is looking just now finds the bell rung already. */
  function ring(): void {
    const rung = bell;
    bell = new AbortController();
    rung.abort();
  }

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
      const { signal } = bell;
      try {
        if (await one()) continue;
      } catch (error) {
        strapi.log.error(error);
      }
      await pause(POLL_MS, undefined, { signal }).catch(() => undefined);
    }
  }
  const hands = Array.from({ length: HANDS }, hand);

  return {
    async send(runIds) {
      for (const run of runIds) await boss.send(QUEUE, { run }, { singletonKey: String(run) });
      ring();
    },
    async stop() {
      stopping = true;
      ring();
      await Promise.all(hands);
      await boss.stop({ graceful: false });
    },
  };
}
