// Bulk data for trials: `npm run seed -- --customers 10000 --contracts 10000`, on the database that `npm start` would use.
import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';
import { root } from './plugins.mjs';

const require = createRequire(import.meta.url);

const USAGE = 'npm run seed -- --customers <how many> --contracts <how many>';
const MOST = 1_000_000;

const stop = (...lines) => {
  for (const line of lines) console.error(line);
  process.exit(1);
};

/** `--no-build`: with what was built before. */
function asked() {
  const text = { type: 'string', default: '0' };
  try {
    const { values } = parseArgs({
      options: { customers: text, contracts: text, 'no-build': { type: 'boolean', default: false } },
    });
    const [customers, contracts] = [values.customers, values.contracts].map((one) =>
      /^\d+$/.test(one) && Number(one) <= MOST ? Number(one) : undefined,
    );
    if (customers === undefined || contracts === undefined || customers + contracts === 0) return undefined;
    return { customers, contracts, build: !values['no-build'] };
  } catch {
    return undefined;
  }
}

const wish = asked();
if (!wish) stop(`Say how many, up to ${MOST} of each:`, `  ${USAGE}`);

process.chdir(root);
const set = (name, value) => (process.env[name] ||= value);
set('NODE_ENV', 'production');
set('LOG_LEVEL', 'warn');
set('STRAPI_TELEMETRY_DISABLED', 'true');
// What the data makes due, the site does once it is started.
process.env.SANYA_JOBS = 'off';
if (!process.env.DATABASE_URL) {
  set('DATABASE_FILENAME', path.join('.data', 'sanya.db'));
  fs.mkdirSync(path.dirname(path.resolve(process.env.DATABASE_FILENAME)), { recursive: true });
}

if (wish.build) await import('./build.mjs');

const { createStrapi } = require('@strapi/strapi');
const strapi = createStrapi({ appDir: root, distDir: path.join(root, 'dist'), serveAdminPanel: false });
await strapi.load();
const { mayTakeTrialData, seedTrialData } = require(path.join(root, 'dist/src/demo'));

if (!(await mayTakeTrialData(strapi))) {
  await strapi.destroy();
  stop(
    'This database has customers of a business: trial data is put into an empty one, or into the demo’s.',
    'Give DATABASE_FILENAME or DATABASE_URL of such a database.',
  );
}
if (wish.customers === 0 && (await strapi.db.query('plugin::crm.customer').count()) === 0) {
  await strapi.destroy();
  stop('Contracts need customers: give --customers too.');
}

const began = performance.now();
await seedTrialData(strapi, {
  ...wish,
  progress: (what, done, of) =>
    console.log(`${what}: ${done} of ${of}, after ${Math.round((performance.now() - began) / 1000)} s`),
});
await strapi.destroy();
process.exit(0);
