// Types of every plugin and of the tests, ESLint (with the rules of the house) and formatting.
import fs from 'node:fs';
import path from 'node:path';
import { plugins, root } from './plugins.mjs';
import { run } from './run.mjs';

const projects = [
  'tsconfig.json',
  ...plugins().flatMap((id) => [`plugins/${id}/tsconfig.json`, `plugins/${id}/admin/tsconfig.json`]),
  'tests/tsconfig.json',
].filter((file) => fs.existsSync(path.join(root, file)));

// Two at a time: each takes one core.
async function checkTypes() {
  for (let project = projects.shift(); project; project = projects.shift()) {
    console.log(`types: ${project}`);
    await run('npx', ['--no-install', 'tsc', '--noEmit', '-p', project], { cwd: root });
  }
}
await Promise.all([checkTypes(), checkTypes()]);
console.log('eslint');
await run('npx', ['--no-install', 'eslint', '.', '--max-warnings', '0'], { cwd: root });
console.log('formatting');
await run('npx', ['--no-install', 'prettier', '--check', '.', '--log-level', 'warn'], { cwd: root });
