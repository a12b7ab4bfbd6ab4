import path from 'node:path';
import { readyPostgres } from '../src/postgres-connection';
import { readySqlite } from '../src/sqlite-connection';

export default ({ env }) => {
  const url = env('DATABASE_URL');
  // Disabling a plugin must never drop its tables.
  const settings = { forceMigration: false };
  if (url) {
    return {
      connection: {
        client: 'postgres',
        connection: { connectionString: url, schema: env('DATABASE_SCHEMA', 'public') },
        pool: {
          min: env.int('DATABASE_POOL_MIN', 0),
          max: env.int('DATABASE_POOL_MAX', 10),
          ...(env.bool('DATABASE_PREPARED', true) && { afterCreate: readyPostgres }),
        },
      },
      settings,
    };
  }
  return {
    connection: {
      client: 'sqlite',
      connection: { filename: path.resolve(env('DATABASE_FILENAME', '.data/sanya.db')) },
      pool: { afterCreate: readySqlite(env('DATABASE_SYNCHRONOUS', 'FULL')) },
      useNullAsDefault: true,
    },
    settings,
  };
};
