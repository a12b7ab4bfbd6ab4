// The admin panel and the portal in a real Chromium.
import fs from 'node:fs';
import path from 'node:path';
import { root } from './plugins.mjs';
import { run } from './run.mjs';

await run('node', ['scripts/build.mjs'], { cwd: root });
const output = path.join(root, '.tmp/jest-browser.json');
fs.rmSync(output, { force: true });
let failed = false;
await run('npx', ['--no-install', 'jest', '-c', 'jest.browser.config.cjs', '--json', `--outputFile=${output}`], {
  cwd: root,
  stdio: ['ignore', 'ignore', 'inherit'],
}).catch(() => {
  failed = true;
});
const result = JSON.parse(fs.readFileSync(output, 'utf8'));
console.log(`${result.numPassedTests} passed, ${result.numFailedTests + result.numRuntimeErrorTestSuites} failed`);
process.exitCode = failed ? 1 : 0;
