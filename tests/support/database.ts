import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import type { Core } from '@strapi/types';

export interface TestDatabase {
  env: Record<string, string>;
  drop(): Promise<void>;
}

/** The name of a database on PostgreSQL. */
const databaseName = ({ env }: Pick<TestDatabase, 'env'>): string => new URL(env.DATABASE_URL ?? '').pathname.slice(1);

const isPostgres = (): boolean => process.env.SANYA_TEST_DB === 'postgres' && Boolean(process.env.SANYA_TEST_PG);

/** What every test of the run starts from, made once by the global set-up: tables, roles and settings, no business. */
const sharedTemplate = (): TestDatabase['env'] | undefined =>
  process.env.SANYA_TEST_TEMPLATE ? JSON.parse(process.env.SANYA_TEST_TEMPLATE) : undefined;

async function runAsAdmin(sql: string): Promise<void> {
  const client = new Client({ connectionString: process.env.SANYA_TEST_PG });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}

async function newDatabase(template?: TestDatabase['env']): Promise<TestDatabase> {
  const name = `t_${randomBytes(6).toString('hex')}`;
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'sanya-test-'));
  const removeFolder = () => fs.rmSync(folder, { recursive: true, force: true });
  const files = { SANYA_FILES_DIR: path.join(folder, 'files'), SANYA_SECRETS_FILE: path.join(folder, 'secrets.json') };
  if (!isPostgres()) {
    const file = path.join(folder, 'test.db');
    if (template?.DATABASE_FILENAME) fs.copyFileSync(template.DATABASE_FILENAME, file);
    const synchronous = process.env.SANYA_TEST_FSYNC === 'on' ? 'FULL' : 'OFF';
    return {
      env: { ...files, DATABASE_URL: '', DATABASE_FILENAME: file, DATABASE_SYNCHRONOUS: synchronous },
      drop: async () => removeFolder(),
    };
  }
  await runAsAdmin(
    `CREATE DATABASE ${name}${template ? ` TEMPLATE ${databaseName({ env: template })} STRATEGY FILE_COPY` : ''}`,
  );
  const url = new URL(process.env.SANYA_TEST_PG ?? '');
  url.pathname = `/${name}`;
  return {
    env: { ...files, DATABASE_URL: url.toString(), DATABASE_FILENAME: '' },
    drop: async () => {
      await runAsAdmin(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
      removeFolder();
    },
  };
}

/** Leads a running Strapi to another database of the same kind and the same tables. */
export async function connectTo(strapi: Core.Strapi, { env }: Pick<TestDatabase, 'env'>): Promise<void> {
  const { connection } = strapi.db;
  await connection.destroy();
  const { connectionSettings } = connection.client as { connectionSettings: Record<string, unknown> };
  Object.assign(
    connectionSettings,
    isPostgres() ? { connectionString: env.DATABASE_URL } : { filename: env.DATABASE_FILENAME },
  );
  connection.initialize();
}

/** A database of the kind under test with nothing in it. */
export const createEmptyDatabase = (): Promise<TestDatabase> => newDatabase();

/**
 * A database of the kind under test with the tables of the suite, and the environment that leads a Strapi to it. On
 * PostgreSQL it may be a copy of another that nobody is connected to.
 */
export const createDatabase = (template?: TestDatabase): Promise<TestDatabase> =>
  newDatabase(template?.env ?? sharedTemplate());
