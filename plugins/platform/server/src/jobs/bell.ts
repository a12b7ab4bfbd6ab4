import type { Core } from '@strapi/types';

/** After a lost connection. */
const AGAIN_MS = 5000;

/** A connection of the driver. */
interface Line {
  readonly processID: number;
  on(event: 'error', told: (error: Error) => void): unknown;
  on(event: 'end', told: () => void): unknown;
  on(event: 'notification', told: (notice: { processId: number }) => void): unknown;
  query(sql: string): Promise<unknown>;
  end(): Promise<void>;
}

/** What knex offers for a connection that is none of its pool. */
interface OwnLines {
  acquireRawConnection(): Promise<Line>;
}

export interface Bell {
  /** Tells the other instances that there is something to do. */
  ring(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Between the instances on one PostgreSQL, by `NOTIFY` over a connection of its own. While that is lost, or where a
 * proxy lets no notice through, nothing is heard: whoever listens looks by itself from time to time all the same.
 *
 * @param channel letters, digits and underscores
 */
export async function createBell(strapi: Core.Strapi, channel: string, heard: () => void): Promise<Bell> {
  const knex = strapi.db.connection.client as OwnLines;
  let stopping = false;
  let line: Line | undefined;
  let again: NodeJS.Timeout | undefined;

  function lost(error?: Error): void {
    line = undefined;
    if (stopping) return;
    if (error) strapi.log.warn(`Jobs hear nothing of other instances until the connection is back: ${error.message}`);
    again ??= setTimeout(() => void listen(), AGAIN_MS).unref();
  }

  async function listen(): Promise<void> {
    again = undefined;
    try {
      const own = await knex.acquireRawConnection();
      own.on('error', lost);
      own.on('end', () => lost());
      own.on('notification', ({ processId }) => {
        if (processId !== own.processID) heard();
      });
      await own.query(`listen "${channel}"`);
      if (stopping) return await own.end();
      line = own;
    } catch (error) {
      lost(error as Error);
    }
  }
  await listen();

  return {
    async ring() {
      await line?.query(`notify "${channel}"`).catch(lost);
    },
    async stop() {
      stopping = true;
      clearTimeout(again);
      await line?.end();
    },
  };
}
