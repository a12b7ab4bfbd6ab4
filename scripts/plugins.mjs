import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** In order of building: a plugin knows only earlier ones. */
const ORDER = ['platform', 'crm', 'billing', 'sales', 'contracts', 'field-service', 'support', 'marketing', 'reports'];

/** The plugins that the host application lists, in order of building. */
export function plugins() {
  const { dependencies } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
  return ORDER.filter((id) => `@sanya/strapi-plugin-${id}` in dependencies);
}

const SKIP = new Set(['dist', 'node_modules']);

/** Every file below a folder that is source, in one order. */
export function* filesBelow(folder) {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (SKIP.has(entry.name)) continue;
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(file);
    else yield file;
  }
}

/** Hash of a plugin's sources and of those that it builds upon. */
export function sourceHash(id, earlier = '') {
  const hash = createHash('sha256').update(earlier);
  for (const file of filesBelow(path.join(root, 'plugins', id))) hash.update(file).update(fs.readFileSync(file));
  return hash.digest('hex');
}
