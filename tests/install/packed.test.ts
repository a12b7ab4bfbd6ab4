import fs from 'node:fs';
import { builtinModules } from 'node:module';
import path from 'node:path';
import { manifestOf, packageOf, packedFolder, PLUGINS } from './support/packed';

/** Conditions of an export that a site follows; `source` is for builds in this repository. */
const CONDITIONS = ['types', 'import', 'require', 'default'];

const filesBelow = (folder: string): string[] =>
  fs.readdirSync(folder, { recursive: true, withFileTypes: true }).flatMap((entry) => {
    return entry.isFile() ? [path.join(entry.parentPath, entry.name)] : [];
  });

describe.each(PLUGINS)('the archive of %s', (id) => {
  const folder = packedFolder(id);
  const manifest = manifestOf(id);

  test('holds everything that its exports name, a README and the licence', () => {
    const named = Object.values(manifest.exports).flatMap((entry) =>
      typeof entry === 'string' ? [entry] : CONDITIONS.map((condition) => entry[condition]),
    );
    for (const file of [...named, 'README.md', 'LICENSE']) {
      expect([file, fs.existsSync(path.join(folder, file ?? ''))]).toEqual([file, true]);
    }
    expect(fs.readdirSync(folder).sort()).toEqual(['LICENSE', 'README.md', 'dist', 'package.json']);
    expect(fs.existsSync(path.join(folder, 'dist/.sources'))).toBe(false);
  });

  test('asks for every library that it uses, and brings no copy of Strapi', () => {
    const declared = new Set([
      ...Object.keys(manifest.dependencies ?? {}),
      ...Object.keys(manifest.peerDependencies ?? {}),
      ...builtinModules,
      packageOf(id),
    ]);
    const missing = new Set<string>();
    for (const file of filesBelow(path.join(folder, 'dist')).filter((name) => /\.m?js$/.test(name))) {
      const code = fs.readFileSync(file, 'utf8');
      const used = code.matchAll(
        /(?:\brequire\(|\bimport\(|^import |^(?:import|export)\b[^;"']*? from )["']([^"'\n]+)["']/gm,
      );
      for (const [, name = ''] of used) {
        if (name.startsWith('.') || name.startsWith('node:')) continue;
        const library = name
          .split('/')
          .slice(0, name.startsWith('@') ? 2 : 1)
          .join('/');
        if (!declared.has(library)) missing.add(library);
      }
      // Only Strapi's own libraries name themselves so.
      expect([path.basename(file), /class ApplicationError\b/.test(code)]).toEqual([path.basename(file), false]);
    }
    expect([...missing]).toEqual([]);
  });
});
