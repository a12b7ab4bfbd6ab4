/** Install tests: the packed plugins in blank Strapi sites, each start a process of its own, on both databases. */
const shared = require('./tests/support/jest-shared.cjs');

module.exports = {
  ...shared,
  displayName: 'install',
  testMatch: ['<rootDir>/tests/install/**/*.test.ts'],
  globalSetup: '<rootDir>/tests/install/support/global-setup.cjs',
  globalTeardown: '<rootDir>/tests/install/support/global-teardown.cjs',
  testTimeout: 240_000,
  maxWorkers: 2,
};
