// Measures the suite against its baselines: one JSON line a figure. `npm run bench -- issue` runs one bench.
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { compileHost } from './compile-host.mjs';
import { root } from './plugins.mjs';
import { run } from './run.mjs';

/** The databases that each bench is for. */
const BENCHES = {
  'billing-run': ['sqlite', 'postgres'],
  checkout: ['sqlite', 'postgres'],
  'dunning-run': ['postgres'],
  issue: ['postgres'],
  lists: ['postgres'],
  'price-import': ['postgres'],
  simulation: ['postgres', 'sqlite'],
  'statement-match': ['postgres'],
};

const names = process.argv.slice(2).filter((word) => !word.startsWith('-'));
const unknown = names.filter((name) => !(name in BENCHES));
if (unknown.length > 0) {
  console.error(`There is no bench ${unknown.join(', ')}. There are: ${Object.keys(BENCHES).join(', ')}.`);
  process.exit(1);
}

// Without Jest the plugins run from their sources too, but Strapi looks for the built file first.
for (const id of fs.readdirSync(path.join(root, 'plugins'))) {
  const file = path.join(root, 'plugins', id, 'dist/server/index.js');
  if (fs.existsSync(file)) continue;
  fs.mkdirSync(path.dirname(file), { recursive: true });
  fs.writeFileSync(file, 'module.exports = {};\n');
}
await compileHost();

// A bench without fsync would measure what nobody would run.
process.env.SANYA_TEST_FSYNC = 'on';
const { startPostgres, stopPostgres } = createRequire(import.meta.url)(path.join(root, 'tests/support/postgres.cjs'));
await startPostgres();
/** A bench that fails keeps no other from being measured. */
const failed = [];
try {
  for (const name of names.length > 0 ? names : Object.keys(BENCHES)) {
    for (const database of BENCHES[name]) {
      await run(
        process.execPath,
        [
          '--require',
          path.join(root, 'tests/support/register-typescript.cjs'),
          path.join(root, `tests/bench/${name}.ts`),
        ],
        { cwd: root, env: { ...process.env, SANYA_TEST_DB: database } },
      ).catch(() => failed.push(`${name} on ${database}`));
    }
  }
} finally {
  await stopPostgres();
}
if (failed.length > 0) {
  console.error(`Not as wanted: ${failed.join(', ')}.`);
  process.exitCode = 1;
}
