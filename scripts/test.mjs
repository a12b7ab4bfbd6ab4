// Everything that needs no browser: unit and property tests once, integration tests on both databases, and the packed
// plugins in blank sites.
import fs from 'node:fs';
import path from 'node:path';
import { spawn } from 'node:child_process';
import { root } from './plugins.mjs';
import { run } from './run.mjs';

await run('node', ['scripts/build-plugins.mjs'], { cwd: root });

const totals = { passed: 0, failed: 0 };
let broken = false;

/** Runs Jest and adds its counts; goes on when tests fail, so that one run shows all that is wrong. */
async function jest(name, args, env) {
  console.log(`\n=== ${name}`);
  const output = path.join(root, '.tmp', `jest-${name}.json`);
  fs.mkdirSync(path.dirname(output), { recursive: true });
  fs.rmSync(output, { force: true });
  const code = await new Promise((resolve) => {
    const child = spawn('npx', ['--no-install', 'jest', ...args, '--json', `--outputFile=${output}`, '--silent'], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, ...env },
    });
    child.once('exit', resolve);
  });
  if (code !== 0) broken = true;
  if (!fs.existsSync(output)) return;
  const result = JSON.parse(fs.readFileSync(output, 'utf8'));
  totals.passed += result.numPassedTests;
  totals.failed += result.numFailedTests + result.numRuntimeErrorTestSuites;
}

await jest('unit', ['-c', 'jest.config.cjs']);
await jest('sqlite', ['-c', 'jest.integration.config.cjs'], { SANYA_TEST_DB: 'sqlite' });
await jest('postgres', ['-c', 'jest.integration.config.cjs'], { SANYA_TEST_DB: 'postgres' });
await jest('install', ['-c', 'jest.install.config.cjs']);

console.log(`\n${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = broken || totals.failed > 0 ? 1 : 0;
