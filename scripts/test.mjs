// Everything that needs no browser: unit and property tests once, integration tests on both databases, and the packed
// plugins in blank sites.
import { jestGroup, report } from './jest-group.mjs';
import { root } from './plugins.mjs';
import { run } from './run.mjs';

await run('node', ['scripts/build-plugins.mjs'], { cwd: root });

const integration = (database) =>
  jestGroup(database, ['-c', 'jest.integration.config.cjs', '--silent'], { SANYA_TEST_DB: database });

report([
  await jestGroup('unit', ['-c', 'jest.config.cjs', '--silent']),
  await integration('sqlite'),
  await integration('postgres'),
  await jestGroup('install', ['-c', 'jest.install.config.cjs', '--silent']),
]);
