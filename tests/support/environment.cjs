const { AsyncLocalStorage } = require('node:async_hooks');
const path = require('node:path');
const vm = require('node:vm');
const { ModuleMocker } = require('jest-mock');

/** Stands for the context that the worker itself runs in. */
const OWN = {};
const { compileFunction } = vm;
vm.compileFunction = (code, names, { parsingContext, ...options } = {}) =>
  compileFunction(code, names, parsingContext === OWN ? options : { ...options, parsingContext });

// A Strapi that ends takes every listener of the process away; Jest speaks with its worker by one.
const { removeAllListeners } = process;
process.removeAllListeners = (...names) => (names.length > 0 ? removeAllListeners.apply(process, names) : process);

const root = path.resolve(__dirname, '../..');
const shared = require.resolve('./shared-strapi.ts');
const LIMITERS = ['node_modules/rate-limiter-flexible', 'node_modules/koa2-ratelimit'];
const OF_A_STRAPI = ['plugins', 'dist', 'tests', 'node_modules/@strapi', ...LIMITERS].map((name) =>
  path.join(root, name, path.sep),
);

/**
 * Stores of the asynchronous context: Jest opens one for each file, every Strapi some. Each promise carries along all that
 * are open; one that is closed opens with its next use.
 */
const opened = new Set();
const { run } = AsyncLocalStorage.prototype;
AsyncLocalStorage.prototype.run = function (...args) {
  opened.add(this);
  return run.apply(this, args);
};

/** Modules keep what a Strapi has told them: after one there is another only with modules of its own. */
async function beginAnew() {
  await require.cache[shared]?.exports.endShared();
  for (const file of Object.keys(require.cache)) {
    if (OF_A_STRAPI.some((folder) => file.startsWith(folder)) && !file.endsWith('.cjs')) delete require.cache[file];
  }
}

/** Under these symbols Jest keeps all that it knows of a file. */
const OF_JEST = new Set(['JEST_STATE_SYMBOL', 'EVENT_HANDLERS']);

let wasOwn = false;

/**
 * Test files run in the worker's own context, as what they test does: in one of Jest's each global name is asked of a
 * proxy. What a file leaves behind in it goes at its end. Files share a Strapi but those that say `@strapi own` in their
 * first comment.
 */
module.exports = class {
  global = globalThis;
  moduleMocker = new ModuleMocker(globalThis);
  fakeTimers = null;
  fakeTimersModern = null;
  #env = { ...process.env };
  #exit = process.exit;
  #isOwn;

  constructor(_config, { docblockPragmas }) {
    this.#isOwn = docblockPragmas.strapi === 'own';
  }

  getVmContext() {
    return OWN;
  }

  exportConditions() {
    return ['node', 'node-addons'];
  }

  async setup() {
    if (this.#isOwn || wasOwn) await beginAnew();
    wasOwn = this.#isOwn;
  }

  /** A file may add to the error of a test that fails, while all is still as the test left it: `globalThis.onTestFailure`. */
  async handleTestEvent({ name, error }) {
    if (name === 'test_fn_failure') await globalThis.onTestFailure?.(error);
  }

  async teardown() {
    delete globalThis.onTestFailure;
    this.moduleMocker.restoreAllMocks();
    for (const store of opened) store.disable();
    opened.clear();
    for (const name of Object.getOwnPropertySymbols(globalThis)) {
      if (OF_JEST.has(name.description)) delete globalThis[name];
    }
    process.exit = this.#exit;
    for (const name of Object.keys(process.env)) if (!(name in this.#env)) delete process.env[name];
    Object.assign(process.env, this.#env);
  }
};
