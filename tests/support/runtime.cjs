const { createRequire } = require('node:module');
const path = require('node:path');
const { default: Runtime } = require('jest-runtime');
const { sourceMaps } = require('./register-typescript.cjs');

const shared = require.resolve('./shared-strapi.ts');

/** The Strapi of this process ends with it: Jest asks a worker for this at its end. */
const worker = require(path.join(path.dirname(require.resolve('jest-runner')), 'testWorker.js'));
worker.teardown = async () => {
  await require.cache[shared]?.exports.endShared();
  process.exit(0);
};

/**
 * Jest loads test files; what they ask for Node loads, once a worker: Jest would load three thousand modules for each
 * file anew.
 */
module.exports = class extends Runtime {
  constructor(...args) {
    super(...args);
    this.transformCache.sourceMaps = sourceMaps;
  }

  requireModuleOrMock(from, name) {
    const isOfJest = name === '@jest/globals' || name.endsWith('.test.ts');
    return isOfJest ? super.requireModuleOrMock(from, name) : createRequire(from)(name);
  }
};
