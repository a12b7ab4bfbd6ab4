/** Browser tests: the built application in a process of its own, driven in a real Chromium. */
const shared = require('./tests/support/jest-shared.cjs');

module.exports = {
  ...shared,
  displayName: 'browser',
  testMatch: ['<rootDir>/tests/browser/**/*.test.ts'],
  globalSetup: '<rootDir>/tests/support/global-setup.cjs',
  globalTeardown: '<rootDir>/tests/support/global-teardown.cjs',
  testTimeout: 120_000,
  maxWorkers: 2,
};
