import fs from 'node:fs';
import path from 'node:path';

export type PluginId = 'platform' | 'crm' | 'billing' | 'sales' | 'contracts' | 'reports';

export const PLUGINS: readonly PluginId[] = ['platform', 'crm', 'billing', 'sales', 'contracts', 'reports'];
export const packageOf = (id: PluginId): string => `@sanya/strapi-plugin-${id}`;
/** The folder of a plugin as it comes out of its archive. */
export const packedFolder = (id: PluginId): string => path.join(process.env.SANYA_PACKED ?? '', packageOf(id));

export interface Manifest {
  version: string;
  exports: Record<string, string | Record<string, string>>;
  dependencies?: Record<string, string>;
  peerDependencies?: Record<string, string>;
}

export const manifestOf = (id: PluginId): Manifest =>
  JSON.parse(fs.readFileSync(path.join(packedFolder(id), 'package.json'), 'utf8'));
