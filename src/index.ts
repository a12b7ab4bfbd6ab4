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

export default {
  register({ strapi }: { strapi: Core.Strapi }) {
    // Strapi skips an unbuilt plugin in silence.
    const missing = wanted(strapi.dirs.app.root).filter((id) => !strapi.plugin(id));
    if (missing.length > 0) throw new Error(`Not built: ${missing.join(', ')}. Run "npm run build:plugins" first.`);
  },
};
