// The admin panel and the portal in a real Chromium.
import { jestGroup, report } from './jest-group.mjs';
import { root } from './plugins.mjs';
import { run } from './run.mjs';

await run('node', ['scripts/build.mjs'], { cwd: root });
report([await jestGroup('browser', ['-c', 'jest.browser.config.cjs'])]);
