require('./register-typescript.cjs');
const { AsyncLocalStorage } = require('node:async_hooks');
const { TestEnvironment } = require('jest-environment-node');
const MemoryStore = require('koa2-ratelimit/src/MemoryStore.js');

// A Strapi that ends takes all listeners off its process; the worker must go on hearing Jest. Its own are taken off when
// the file ends: through them it would be kept whole.
const removeAllListeners = process.removeAllListeners.bind(process);
process.removeAllListeners = (...names) => (names.length === 0 ? process : removeAllListeners(...names));

// Jest opens a store of the asynchronous context for each file and leaves it open, and every promise of the worker then
// carries it along: after forty files half the time is spent on that.
const opened = new Set();
const { run } = AsyncLocalStorage.prototype;
AsyncLocalStorage.prototype.run = function (...args) {
  opened.add(this);
  return run.apply(this, args);
};

const listeners = () => new Map(process.eventNames().map((name) => [name, process.listeners(name)]));

/**
 * Lends test files the modules of their worker. Jest gives each file a module registry of its own: the host's two
 * thousand modules would be evaluated and made fast again for every file. A Strapi that was destroyed leaves nothing
 * behind in them but how often somebody tried to sign in. The environment variables are the worker's too, as they are what the host reads, and are put back.
 */
module.exports = class extends TestEnvironment {
  async setup() {
    await super.setup();
    MemoryStore.cleanAll();
    this.kept = { ...process.env };
    this.heard = listeners();
    this.global.process.env = process.env;
    this.global.hostRequire = require;
    // What a test throws or dates inside the host, the host knows by its class.
    Object.assign(this.global, { Error, Date });
  }

  async teardown() {
    // A file that failed before it knew its Strapi could not close it; the next file needs the place.
    await global.strapi?.destroy();
    for (const name of Object.keys(process.env)) if (!(name in this.kept)) delete process.env[name];
    Object.assign(process.env, this.kept);
    for (const [name, own] of listeners())
      for (const listener of own) if (!this.heard.get(name)?.includes(listener)) process.removeListener(name, listener);
    for (const store of opened) store.disable();
    opened.clear();
    await super.teardown();
  }
};
