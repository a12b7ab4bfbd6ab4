/** Unit and property tests: nothing running. Integration tests have their own configuration beside them. */
const shared = require('./tests/support/jest-shared.cjs');

module.exports = {
  ...shared,
  displayName: 'unit',
  testMatch: ['<rootDir>/tests/unit/**/*.test.ts', '<rootDir>/tests/property/**/*.test.ts'],
};
