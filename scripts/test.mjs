// Everything that needs no browser: unit and property tests once, integration tests on both databases, and the packed
// plugins in blank sites.
import { jestGroup, report } from './jest-group.mjs';
import { root } from './plugins.mjs';
import { run } from './run.mjs';

await run('node', ['scripts/build-plugins.mjs'], { cwd: root });

report([
  await jestGroup('unit', ['-c', 'jest.config.cjs', '--silent']),
  await jestGroup('sqlite', ['-c', 'jest.integration.config.cjs', '--silent'], { SANYA_TEST_DB: 'sqlite' }),
  await jestGroup('postgres', ['-c', 'jest.integration.config.cjs', '--silent'], { SANYA_TEST_DB: 'postgres' }),
  await jestGroup('install', ['-c', 'jest.install.config.cjs', '--silent']),
]);
