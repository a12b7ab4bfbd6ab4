import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { type DoctorCheck, doubtful, type Finding, well, wrong } from '../../../../kit/src/doctor';
import type { Tools } from '../../../../kit/src/plugin';
import type { Registry } from '../../core/registry';
import { some } from './guards';

const PREFIX = '@sanya/strapi-plugin-';
const TRIED = '5.54.';

interface Manifest {
  version?: string;
  dependencies?: Record<string, string>;
}

const manifest = async (file: string): Promise<Manifest> => JSON.parse(await readFile(file, 'utf8')) as Manifest;

export interface Installed {
  id: string;
  version: string;
  built: boolean;
}

/** The plugins of the suite that the host lists, with what is installed of them. */
async function installedPlugins(root: string): Promise<Installed[]> {
  const { dependencies = {} } = await manifest(path.join(root, 'package.json'));
  const find = createRequire(path.join(root, 'package.json'));
  const ids = Object.keys(dependencies).filter((name) => name.startsWith(PREFIX));
  return Promise.all(
    ids.map(async (name) => {
      const id = name.slice(PREFIX.length);
      try {
        const file = find.resolve(`${name}/package.json`);
        const built = existsSync(path.join(path.dirname(file), 'dist/server/index.js'));
        return { id, version: (await manifest(file)).version ?? '?', built };
      } catch {
        return { id, version: '?', built: false };
      }
    }),
  );
}

/** One version of all plugins, each built and running. Strapi leaves out an unbuilt one without a word. */
export const pluginsCheck = (
  { strapi }: Tools,
  { registry, installed = installedPlugins }: { registry: Registry; installed?: typeof installedPlugins },
): DoctorCheck => ({
  name: 'plugins',
  async run() {
    const list = await installed(strapi.dirs.app.root);
    const findings: Finding[] = [];
    const unbuilt = list.filter((one) => !one.built).map(({ id }) => id);
    if (unbuilt.length > 0) findings.push(wrong('plugins_unbuilt', { names: some(unbuilt) }));
    const off = list.filter(({ id, built }) => built && !registry.has(id)).map(({ id }) => id);
    if (off.length > 0) findings.push(doubtful('plugins_off', { names: some(off) }));
    const versions = [...new Set(list.filter(({ built }) => built).map(({ version }) => version))];
    if (versions.length > 1) {
      const named = list.map(({ id, version }) => `${id} ${version}`);
      findings.push(wrong('plugins_versions', { names: named.join(', ') }));
    }
    if (findings.length === 0) findings.push(well('plugins', { count: list.length, version: versions[0] ?? '–' }));
    const version = String(strapi.config.get('info.strapi'));
    findings.push(version.startsWith(TRIED) ? well('strapi', { version }) : doubtful('strapi_other', { version }));
    return findings;
  },
});
