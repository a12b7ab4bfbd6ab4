/** Integration tests: a real Strapi, a real database (SANYA_TEST_DB=sqlite|postgres). At most one Strapi a file. */
const shared = require('./tests/support/jest-shared.cjs');

const database = process.env.SANYA_TEST_DB ?? 'sqlite';
// Instances share work on PostgreSQL only; SQLite has one process.
const ignored = database === 'sqlite' ? ['/instances\\.test\\.ts$'] : [];

module.exports = {
  ...shared,
  displayName: database,
  testMatch: ['<rootDir>/tests/integration/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/', ...ignored],
  testSequencer: '<rootDir>/tests/support/own-first.cjs',
  globalSetup: '<rootDir>/tests/support/global-setup.cjs',
  globalTeardown: '<rootDir>/tests/support/global-teardown.cjs',
  testTimeout: 240_000,
  maxWorkers: 2,
  // A worker that grew is begun anew between two files.
  workerIdleMemoryLimit: '2GB',
};
