import path from 'node:path';
import { createEmptyDatabase } from './database';

const root = path.resolve(__dirname, '../..');

/** Lets the host make its tables, roles and settings in an empty database, and tells the parent where that is. */
async function main(): Promise<void> {
  const { env } = await createEmptyDatabase();
  Object.assign(process.env, {
    NODE_ENV: 'test',
    LOG_LEVEL: 'error',
    SANYA_PORTS: 'recording',
    SANYA_JOBS: 'off',
    STRAPI_TELEMETRY_DISABLED: 'true',
    ...env,
  });
  const { createStrapi } = await import('@strapi/strapi');
  const strapi = createStrapi({ appDir: root, distDir: path.join(root, 'dist'), serveAdminPanel: false });
  await strapi.load();
  await strapi.destroy();
  process.send?.(env, () => process.exit(0));
}

void main();
