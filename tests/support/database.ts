import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';

export interface TestDatabase {
  env: Record<string, string>;
  drop(): Promise<void>;
}

/** The name of a database on PostgreSQL. */
export const databaseName = (database: TestDatabase): string =>
  new URL(database.env.DATABASE_URL ?? '').pathname.slice(1);

/**
 * A fresh database of the kind under test; the environment that leads a Strapi to it. On PostgreSQL it may be a copy of
 * another that nobody is connected to.
 */
export async function createDatabase(template?: TestDatabase): Promise<TestDatabase> {
  const name = `t_${randomBytes(6).toString('hex')}`;
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'sanya-test-'));
  const removeFolder = () => fs.rmSync(folder, { recursive: true, force: true });
  const files = { SANYA_FILES_DIR: path.join(folder, 'files'), SANYA_SECRETS_FILE: path.join(folder, 'secrets.json') };
  const admin = process.env.SANYA_TEST_PG;
  if (process.env.SANYA_TEST_DB !== 'postgres' || !admin) {
    return {
      env: { ...files, DATABASE_URL: '', DATABASE_FILENAME: path.join(folder, 'test.db') },
      drop: async () => removeFolder(),
    };
  }
  const run = async (sql: string): Promise<void> => {
    const client = new Client({ connectionString: admin });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  await run(`CREATE DATABASE ${name}${template ? ` TEMPLATE ${databaseName(template)}` : ''}`);
  const url = new URL(admin);
  url.pathname = `/${name}`;
  return {
    env: { ...files, DATABASE_URL: url.toString(), DATABASE_FILENAME: '' },
    drop: async () => {
      await run(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      removeFolder();
    },
  };
}
