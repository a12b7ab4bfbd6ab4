const { AsyncLocalStorage } = require('node:async_hooks');
const { TestEnvironment } = require('jest-environment-node');

const opened = new Set();
const { run } = AsyncLocalStorage.prototype;
AsyncLocalStorage.prototype.run = function (...args) {
  opened.add(this);
  return run.apply(this, args);
};

/**
 * Jest opens a store of the asynchronous context for each file and leaves it open, and so does every Strapi; each promise
 * of the worker then carries all of them along: after forty files half the time is spent on that.
 */
module.exports = class extends TestEnvironment {
  async teardown() {
    for (const store of opened) store.disable();
    opened.clear();
    await super.teardown();
  }
};
