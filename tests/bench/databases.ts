import Sqlite from 'better-sqlite3';
import { Client } from 'pg';
import { type App, bootOwnApp } from '../support/app';
import { createDatabase, type TestDatabase } from '../support/database';

/** Rows of one query, whatever the database is. */
export type Ask = (sql: string) => Promise<Record<string, unknown>[]>;

/** Asks a database that no application holds. */
export async function asked<T>({ env }: TestDatabase, work: (ask: Ask) => Promise<T>): Promise<T> {
  if (!env.DATABASE_URL) {
    const file = new Sqlite(env.DATABASE_FILENAME ?? '');
    const ask: Ask = async (sql) => {
      const statement = file.prepare(sql);
      if (statement.reader) return statement.all() as Record<string, unknown>[];
      statement.run();
      return [];
    };
    return work(ask).finally(() => file.close());
  }
  return connected({ env }, (client) => work(async (sql) => (await client.query(sql)).rows));
}

/** A connection to a database on PostgreSQL, for as long as the work takes. */
export async function connected<T>(
  { env }: Pick<TestDatabase, 'env'>,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const client = new Client({ connectionString: env.DATABASE_URL });
  await client.connect();
  return work(client).finally(() => client.end());
}

/** An application on a database that outlives it. */
export const bootOn = (database: TestDatabase, beforeMount?: Parameters<typeof bootOwnApp>[2]): Promise<App> =>
  bootOwnApp({ SANYA_JOBS: 'off' }, { env: database.env, drop: () => Promise.resolve() }, beforeMount);

/** A database filled once and analysed, from whose copies both sides start. */
export async function filledTemplate<T>(
  fill: (app: App) => Promise<T>,
  beforeMount?: Parameters<typeof bootOwnApp>[2],
): Promise<{ template: TestDatabase; filled: T }> {
  const template = await createDatabase();
  const app = await bootOn(template, beforeMount);
  const filled = await fill(app);
  await app.close();
  await asked(template, (ask) => ask('analyze'));
  return { template, filled };
}

/** Work on a copy of the template that is gone afterwards. */
export async function onCopy<T>(template: TestDatabase, work: (database: TestDatabase) => Promise<T>): Promise<T> {
  const copy = await createDatabase(template);
  return work(copy).finally(() => copy.drop());
}

/** Throws where two sides did not write the same. */
export function createEquality() {
  let expected: string | undefined;
  return (print: string): void => {
    if (expected !== undefined && print !== expected) {
      throw new Error(`Both sides must write the same.\n${expected}\n--- and\n${print}`);
    }
    expected = print;
  };
}

/** Measures a side on a copy of its own: so many of its things a second. Both sides must leave the same behind. */
export function createMeasure(
  template: TestDatabase,
  things: number,
  fingerprint: (database: TestDatabase) => Promise<string>,
) {
  const isSame = createEquality();
  return (side: (database: TestDatabase) => Promise<number>): Promise<number> =>
    onCopy(template, async (database) => {
      const took = await side(database);
      isSame(await fingerprint(database));
      return things / took;
    });
}
