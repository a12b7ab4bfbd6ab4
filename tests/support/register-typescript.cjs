const fs = require('node:fs');
const Module = require('node:module');
const path = require('node:path');
const { createHash } = require('node:crypto');
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

const translated = path.join(root, '.tmp/translated');
fs.mkdirSync(translated, { recursive: true });

/** Kept by what it is made of: tests start many processes from the same sources. */
function translate(filename) {
  const source = fs.readFileSync(filename, 'utf8');
  const kept = path.join(translated, createHash('sha1').update(filename).update(source).digest('hex'));
  try {
    return fs.readFileSync(kept, 'utf8');
  } catch {
    const { code } = transformSync(source, {
      filename,
      jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
      module: { type: 'commonjs' },
    });
    // Others may be at it: what is there is there whole.
    const own = `${kept}.${process.pid}`;
    fs.writeFileSync(own, code);
    fs.renameSync(own, kept);
    return code;
  }
}

Module._extensions['.ts'] = (module, filename) => module._compile(translate(filename), filename);
