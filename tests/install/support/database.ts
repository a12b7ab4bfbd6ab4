import { randomBytes } from 'node:crypto';
import path from 'node:path';
import Database from 'better-sqlite3';
import { Client } from 'pg';
import type { Site } from './blank-site';

/** The database of a site, seen past Strapi. */
export interface SiteDatabase {
  env: Record<string, string>;
  /** Placeholders are `?`. */
  query(sql: string, values?: readonly unknown[]): Promise<Record<string, unknown>[]>;
  /** Names of what the suite hung onto its tables: triggers and indexes. */
  guards(): Promise<string[]>;
  drop(): Promise<void>;
}

function onSqlite(site: Site): SiteDatabase {
  const query = async (sql: string, values: readonly unknown[] = []): Promise<Record<string, unknown>[]> => {
    const database = new Database(path.join(site.folder, '.tmp/data.db'));
    try {
      const statement = database.prepare(sql);
      if (statement.reader) return statement.all(...values) as Record<string, unknown>[];
      statement.run(...values);
      return [];
    } finally {
      database.close();
    }
  };
  return {
    env: { DATABASE_CLIENT: 'sqlite', DATABASE_URL: '' },
    query,
    guards: async () =>
      (await query(`select name from sqlite_master where name like 'sanya_%' order by name`)).map(({ name }) =>
        String(name),
      ),
    drop: async () => undefined,
  };
}

async function onPostgres(): Promise<SiteDatabase> {
  const admin = process.env.SANYA_TEST_PG ?? '';
  const name = `site_${randomBytes(6).toString('hex')}`;
  const url = new URL(admin);
  url.pathname = `/${name}`;
  const ask = async (address: string, sql: string, values: readonly unknown[] = []) => {
    const client = new Client({ connectionString: address });
    await client.connect();
    let place = 0;
    const { rows } = await client
      .query(
        sql.replace(/\?/g, () => `$${(place += 1)}`),
        [...values],
      )
      .finally(() => client.end());
    return rows as Record<string, unknown>[];
  };
  await ask(admin, `CREATE DATABASE ${name}`);
  return {
    env: { DATABASE_CLIENT: 'postgres', DATABASE_URL: url.toString() },
    query: (sql, values) => ask(url.toString(), sql, values),
    guards: async () =>
      (
        await ask(
          url.toString(),
          `select tgname as name from pg_trigger where tgname like 'sanya_%' union
           select indexname from pg_indexes where indexname like 'sanya_%' union
           select conname from pg_constraint where conname like 'sanya_%' order by name`,
        )
      ).map((row) => String(row.name)),
    drop: async () => void (await ask(admin, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)),
  };
}

export type DatabaseKind = 'sqlite' | 'postgres';

export const siteDatabase = async (kind: DatabaseKind, site: Site): Promise<SiteDatabase> =>
  kind === 'sqlite' ? onSqlite(site) : onPostgres();
