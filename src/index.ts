import fs from 'node:fs';
import path from 'node:path';
import type { Core } from '@strapi/strapi';

const PREFIX = '@sanya/strapi-plugin-';

/** The plugins of the suite that this application lists as dependencies. */
function wanted(root: string): string[] {
  const { dependencies } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
  return Object.keys(dependencies)
    .filter((name) => name.startsWith(PREFIX))
    .map((name) => name.slice(PREFIX.length));
}

const isBuilt = (root: string, id: string): boolean =>
  fs.existsSync(path.join(root, 'node_modules', `${PREFIX}${id}`, 'dist/server/index.js'));

export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    // Strapi skips an unbuilt plugin in silence, as it does one that config/plugins disables: the latter is meant so.
    const { root } = strapi.dirs.app;
    const missing = wanted(root).filter((id) => !isBuilt(root, id));
    if (missing.length > 0) throw new Error(`Not built: ${missing.join(', ')}. Run "npm run build:plugins" first.`);
  },
};
