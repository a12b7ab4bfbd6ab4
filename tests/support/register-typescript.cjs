const fs = require('node:fs');
const Module = require('node:module');
const path = require('node:path');
const { transformSync } = require('@swc/core');

const root = path.resolve(__dirname, '../..');
const PLATFORM = path.join(root, 'plugins/platform');

/** What Jest's moduleNameMapper does, for a process without Jest: the plugins run from their sources. */
const resolve = Module._resolveFilename;
Module._resolveFilename = function (request, ...rest) {
  const [, part] = /^@sanya\/strapi-plugin-platform\/(kernel|kit)$/.exec(request) ?? [];
  if (part) return path.join(PLATFORM, part, 'src/index.ts');
  const found = resolve.call(this, request, ...rest);
  const [, plugin] = /\/plugins\/([a-z-]+)\/dist\/server\/index\.js$/.exec(found) ?? [];
  return plugin ? path.join(root, 'plugins', plugin, 'server/src/index.ts') : found;
};

Module._extensions['.ts'] = (module, filename) => {
  const { code } = transformSync(fs.readFileSync(filename, 'utf8'), {
    filename,
    jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
    module: { type: 'commonjs' },
  });
  module._compile(code, filename);
};
