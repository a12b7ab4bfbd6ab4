import { Client } from 'pg';
import { type App, bootApp } from '../support/app';
import type { TestDatabase } from '../support/database';

const keep = (database: TestDatabase): TestDatabase => ({ env: database.env, drop: () => Promise.resolve() });

export async function connected<T>(database: TestDatabase, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: database.env.DATABASE_URL });
  await client.connect();
  return work(client).finally(() => client.end());
}

export const boot = (database: TestDatabase): Promise<App> => bootApp({ SANYA_JOBS: 'off' }, keep(database));
