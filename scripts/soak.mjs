// The random, kill and fuzz tests, those that try every door and those that live what was simulated, at full size: twenty
// times what `npm test` tries (kills: thirty; lived: twelve months), on both databases. A test that fails prints the seed
// that brings its failure back.
import { jestGroup, report } from './jest-group.mjs';
import { root } from './plugins.mjs';
import { run } from './run.mjs';

const SCALE = process.env.SANYA_TEST_SCALE ?? '20';
const env = { SANYA_TEST_SCALE: SCALE };
// One after the other: each takes the whole machine.
const random = [
  '--runInBand',
  '--verbose',
  '--testPathPatterns',
  '(kill|fuzz|random|walk|roles|demo|simulation)[^/]*\\.test\\.ts$',
];

await run('node', ['scripts/build-plugins.mjs'], { cwd: root });

const groups = [await jestGroup('soak-property', ['-c', 'jest.config.cjs', 'tests/property'], env)];
for (const database of ['sqlite', 'postgres']) {
  const args = ['-c', 'jest.integration.config.cjs', ...random];
  groups.push(await jestGroup(`soak-${database}`, args, { ...env, SANYA_TEST_DB: database }));
}

report(groups);
