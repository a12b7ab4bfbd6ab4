const path = require('node:path');

const root = path.resolve(__dirname, '../..');

/** What every Jest project of the suite shares: sources through swc, the plugins from source instead of from dist. */
module.exports = {
  rootDir: root,
  testEnvironment: 'node',
  transform: {
    '^.+\\.(t|j|mj)sx?$': [
      '@swc/jest',
      {
        jsc: { target: 'es2022', parser: { syntax: 'typescript', tsx: true } },
        module: { type: 'commonjs' },
      },
    ],
  },
  // ESM-only libraries that Jest must translate.
  transformIgnorePatterns: [
    '/node_modules/(?!(pixelmatch|temporal-polyfill|temporal-spec|temporal-utils|file-type|strtok3|token-types|uint8array-extras|@tokenizer|@borewit|postal-mime)/)',
  ],
  moduleFileExtensions: ['ts', 'tsx', 'js', 'mjs', 'cjs', 'json', 'node'],
  moduleNameMapper: {
    '^@sanya/strapi-plugin-platform/kernel$': path.join(root, 'plugins/platform/kernel/src/index.ts'),
    '^@sanya/strapi-plugin-platform/kit$': path.join(root, 'plugins/platform/kit/src/index.ts'),
    '^bcryptjs$': path.join(root, 'tests/support/quick-bcrypt.cjs'),
    // It has no entry for `require`, which is what Jest makes of `import()`.
    '^file-type$': path.join(root, 'node_modules/file-type/index.js'),
    '^(.*)/plugins/([a-z-]+)/dist/server/index\\.js$': '$1/plugins/$2/server/src/index.ts',
  },
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.tmp', '<rootDir>/.cache'],
};
