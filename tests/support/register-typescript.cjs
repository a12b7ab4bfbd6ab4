const fs = require('node:fs');
const Module = require('node:module');
const path = require('node:path');
const { createHash } = require('node:crypto');
const { transformSync } = require('@swc/core');

const root = path.resolve(__dirname, '../..');
const PLATFORM = path.join(root, 'plugins/platform');

/** By the names they are asked for: what tests have instead. */
const INSTEAD = new Map([
  ['bcryptjs', path.join(__dirname, 'quick-bcrypt.cjs')],
  // It has no entry for `require`, which is what is made of `import()`.
  ['file-type', path.join(root, 'node_modules/file-type/index.js')],
]);

/** The plugins run from their sources. */
const resolve = Module._resolveFilename;
Module._resolveFilename = function (request, ...rest) {
  const [, part] = /^@sanya\/strapi-plugin-platform\/(kernel|kit)$/.exec(request) ?? [];
  if (part) return path.join(PLATFORM, part, 'src/index.ts');
  const instead = INSTEAD.get(request);
  if (instead) return instead;
  const found = resolve.call(this, request, ...rest);
  const [, plugin] = /\/plugins\/([a-z-]+)\/dist\/server\/index\.js$/.exec(found) ?? [];
  return plugin ? path.join(root, 'plugins', plugin, 'server/src/index.ts') : found;
};

const translated = path.join(root, '.tmp/translated');
fs.mkdirSync(translated, { recursive: true });

/** Where the map of each translated source stands, by the source. */
const sourceMaps = new Map();

/** Kept by what it is made of: tests start many processes from the same sources. */
function translate(filename) {
  const source = fs.readFileSync(filename, 'utf8');
  const kept = path.join(translated, createHash('sha1').update(filename).update(source).digest('hex'));
  sourceMaps.set(filename, `${kept}.map`);
  try {
    return fs.readFileSync(kept, 'utf8');
  } catch {
    const { code, map } = transformSync(source, {
      filename,
      jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
      module: { type: 'commonjs' },
      sourceMaps: true,
    });
    // Others may be at it: what is there is there whole, the code last.
    const place = (file, text) => {
      const own = `${file}.${process.pid}`;
      fs.writeFileSync(own, text);
      fs.renameSync(own, file);
    };
    place(`${kept}.map`, map);
    place(kept, code);
    return code;
  }
}

Module._extensions['.ts'] = (module, filename) => module._compile(translate(filename), filename);

module.exports = { sourceMaps };
