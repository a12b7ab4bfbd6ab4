// Runs Jest for one group of tests and tells what came of it.
import fs from 'node:fs';
import path from 'node:path';
import { spawn } from 'node:child_process';
import { performance } from 'node:perf_hooks';
import { root } from './plugins.mjs';

const LONGEST_MESSAGE = 1_500;
// Tests leave much behind that is gone at once: with room for it less is collected over and over.
const YOUNG = '--max-semi-space-size=64';
// Jest colours what it says of a failure even in its answer in JSON.
const COLOURS = /\u001b\[\d*m/g;

function failuresOf(result) {
  return result.testResults.flatMap(({ name, message, assertionResults }) => {
    const file = path.relative(root, name);
    const failed = assertionResults.filter(({ status }) => status === 'failed');
    // A file that did not even load has no tests to name.
    if (failed.length === 0) return message && assertionResults.length === 0 ? [{ what: file, message }] : [];
    return failed.map(({ fullName, failureMessages }) => ({
      what: `${file} › ${fullName}`,
      message: failureMessages.join('\n'),
    }));
  });
}

/** A group that fails does not stop the others: one run shows all that is wrong. */
export async function jestGroup(name, args, env = {}) {
  console.log(`\n=== ${name}`);
  const output = path.join(root, '.tmp', `jest-${name}.json`);
  fs.mkdirSync(path.dirname(output), { recursive: true });
  fs.rmSync(output, { force: true });
  const begun = performance.now();
  const code = await new Promise((resolve) => {
    const child = spawn('npx', ['--no-install', 'jest', ...args, '--json', `--outputFile=${output}`], {
      cwd: root,
      // The answer in JSON goes to the file; what the tests say of themselves goes to standard error.
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, ...env, NODE_OPTIONS: `${process.env.NODE_OPTIONS ?? ''} ${YOUNG}`.trim() },
    });
    child.once('exit', resolve);
  });
  const seconds = Math.round((performance.now() - begun) / 1000);
  if (!fs.existsSync(output)) {
    return {
      name,
      passed: 0,
      failed: 1,
      seconds,
      failures: [{ what: name, message: 'Jest did not come to its end.' }],
    };
  }
  const result = JSON.parse(fs.readFileSync(output, 'utf8'));
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  // Jest may fail without a failed test, by its own set-up for one.
  return {
    name,
    passed: result.numPassedTests,
    failed: Math.max(failed, code === 0 ? 0 : 1),
    seconds,
    failures: failuresOf(result),
  };
}

/** What failed, by name, then what each group came to and the counts; the exit code says whether all passed. */
export function report(groups) {
  for (const { name, failures } of groups) {
    for (const { what, message } of failures) {
      console.log(`\nFAILED ${name}: ${what}\n${message.replace(COLOURS, '').slice(0, LONGEST_MESSAGE)}`);
    }
  }
  console.log('');
  for (const { name, passed, failed, seconds } of groups)
    console.log(JSON.stringify({ group: name, passed, failed, seconds }));
  const total = (count) => groups.reduce((sum, group) => sum + group[count], 0);
  console.log(`${total('passed')} passed, ${total('failed')} failed`);
  process.exitCode = total('failed') > 0 ? 1 : 0;
}
