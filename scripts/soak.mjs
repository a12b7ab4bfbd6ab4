// The random, kill and fuzz tests at full size: twenty times what `npm test` tries, on both databases. Prints what each
// group came to and how long it took; a test that fails prints the seed that brings its failure back.
import fs from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { root } from './plugins.mjs';
import { run } from './run.mjs';

const SCALE = process.env.SANYA_TEST_SCALE ?? '20';
const figures = [];

await run('node', ['scripts/build-plugins.mjs'], { cwd: root });

async function jest(name, args, env = {}) {
  console.log(`\n=== ${name}`);
  const output = path.join(root, '.tmp', `soak-${name}.json`);
  fs.mkdirSync(path.dirname(output), { recursive: true });
  fs.rmSync(output, { force: true });
  const begun = performance.now();
  await run('npx', ['--no-install', 'jest', ...args, '--json', `--outputFile=${output}`, '--verbose'], {
    cwd: root,
    // The answer in JSON goes to the file; what the tests say of themselves goes to standard error.
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, SANYA_TEST_SCALE: SCALE, ...env },
  }).catch(() => undefined);
  const result = fs.existsSync(output) ? JSON.parse(fs.readFileSync(output, 'utf8')) : undefined;
  figures.push({
    group: name,
    scale: Number(SCALE),
    passed: result?.numPassedTests ?? 0,
    failed: result ? result.numFailedTests + result.numRuntimeErrorTestSuites : 1,
    seconds: Math.round((performance.now() - begun) / 1000),
  });
}

await jest('property', ['-c', 'jest.config.cjs', 'tests/property']);
for (const database of ['sqlite', 'postgres']) {
  // One after the other: each takes the whole machine.
  const files = ['--runInBand', '--testPathPatterns', '(kill|fuzz|random|walk)[^/]*\\.test\\.ts$'];
  await jest(database, ['-c', 'jest.integration.config.cjs', ...files], { SANYA_TEST_DB: database });
}

console.log('');
for (const figure of figures) console.log(JSON.stringify(figure));
const failed = figures.reduce((sum, figure) => sum + figure.failed, 0);
console.log(`${figures.reduce((sum, figure) => sum + figure.passed, 0)} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
