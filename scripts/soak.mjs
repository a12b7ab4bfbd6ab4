// The random, kill and fuzz tests at full size: twenty times what `npm test` tries, on both databases.
import { root } from './plugins.mjs';
import { run } from './run.mjs';

const SCALE = process.env.SANYA_TEST_SCALE ?? '20';

await run('node', ['scripts/build-plugins.mjs'], { cwd: root });

let broken = false;
async function jest(name, args, env = {}) {
  console.log(`\n=== ${name}`);
  await run('npx', ['--no-install', 'jest', ...args], {
    cwd: root,
    env: { ...process.env, SANYA_TEST_SCALE: SCALE, ...env },
  }).catch(() => {
    broken = true;
  });
}

await jest('property', ['-c', 'jest.config.cjs', 'tests/property']);
for (const database of ['sqlite', 'postgres']) {
  const files = ['--testPathPatterns', '(kill|fuzz|random|walk)[^/]*\\.test\\.ts$'];
  await jest(database, ['-c', 'jest.integration.config.cjs', ...files], { SANYA_TEST_DB: database });
}
process.exitCode = broken ? 1 : 0;
