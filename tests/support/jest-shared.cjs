const path = require('node:path');

const root = path.resolve(__dirname, '../..');

/** What every Jest project of the suite shares: sources through swc, the plugins from source instead of from dist. */
module.exports = {
  rootDir: root,
  testEnvironment: path.join(__dirname, 'environment.cjs'),
  runtime: path.join(__dirname, 'runtime.cjs'),
  // Of test files alone: what they ask for is translated by register-typescript.cjs.
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
    ],
  },
  moduleFileExtensions: ['ts', 'js', 'cjs', 'json'],
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.tmp', '<rootDir>/.cache'],
};
