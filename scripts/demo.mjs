// Builds what changed, fills the demo database at the first run, starts the site and says how to come in.
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { root } from './plugins.mjs';

const require = createRequire(import.meta.url);

/** `--no-build`: start what was built before. `--fill-only`: end when the demo business is there. */
const flags = new Set(process.argv.slice(2));

process.chdir(root);
const set = (name, value) => (process.env[name] ||= value);
set('NODE_ENV', 'production');
set('HOST', '127.0.0.1');
set('PORT', '1337');
set('SANYA_TEST_CLOCK', 'true');
set('SANYA_MAIL', 'outbox');
set('LOG_LEVEL', 'warn');
set('STRAPI_TELEMETRY_DISABLED', 'true');
if (!process.env.DATABASE_URL) {
  set('DATABASE_FILENAME', path.join('.data', 'demo.db'));
  fs.mkdirSync(path.dirname(path.resolve(process.env.DATABASE_FILENAME)), { recursive: true });
}

if (!flags.has('--no-build')) await import('./build.mjs');

const { createStrapi } = require('@strapi/strapi');
const strapi = createStrapi({ appDir: root, distDir: path.join(root, 'dist') });
await strapi.load();

const { fillDemo, isInUse, MEMBERS, PASSWORD, STAFF } = require(path.join(root, 'dist/src/demo'));
const ours = strapi.store({ type: 'plugin', name: 'platform' });

if (!(await isInUse(strapi))) {
  console.log('Filling the demo database: this takes a minute or two …');
  const began = Date.now();
  // Filled in one go or not at all: nothing waits for the disk meanwhile.
  if (!process.env.DATABASE_URL) await strapi.db.connection.raw('pragma synchronous = off');
  await fillDemo(strapi);
  if (!process.env.DATABASE_URL) await strapi.db.connection.raw('pragma synchronous = full');
  await ours.set({ key: 'demo', value: 'filled' });
  console.log(`Filled in ${Math.round((Date.now() - began) / 1000)} seconds.`);
} else if ((await ours.get({ key: 'demo' })) === 'filled') {
  // The test clock stands still between runs: what fell due meanwhile is done now.
  const { clock, jobs } = strapi.plugin('platform').service('core');
  await clock.refresh();
  const now = new Date().toISOString();
  if (clock.now() < now) await jobs.runDue(now);
} else {
  console.error('This database has customers and is not the demo’s, or its filling was cut short.');
  console.error('Give DATABASE_FILENAME or DATABASE_URL of an empty database.');
  await strapi.destroy();
  process.exit(1);
}

if (flags.has('--fill-only')) {
  await strapi.destroy();
  process.exit(0);
}

await strapi.listen();
const address = `http://${process.env.HOST}:${process.env.PORT}`;
const row = ({ email, title }) => `  ${title.padEnd(18)} ${email}`;
console.log(`
Admin panel   ${address}/admin
Storefront    ${address}/api        GraphQL ${address}/graphql
Mails         .data/outbox

Password of everybody: ${PASSWORD}
${STAFF.map(row).join('\n')}

Members (POST ${address}/api/auth/local)
${MEMBERS.map((email) => row({ email, title: 'Member' })).join('\n')}

Press Ctrl+C to end.`);

const end = async () => {
  await strapi.destroy();
  process.exit(0);
};
process.once('SIGINT', end);
process.once('SIGTERM', end);
