/** Unit and property tests: nothing running. Integration tests have their own configuration beside them. */
const shared = require('./tests/support/jest-shared.cjs');
const { pureFilesTogether } = require('./tests/support/together.cjs');

module.exports = {
  ...shared,
  displayName: 'unit',
  testMatch:
    process.env.SANYA_TEST_TOGETHER === 'true'
      ? pureFilesTogether()
      : ['<rootDir>/tests/unit/**/*.test.ts', '<rootDir>/tests/property/**/*.test.ts'],
};
