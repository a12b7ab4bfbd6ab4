import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { packageOf, packedFolder, type PluginId } from './packed';

const root = path.resolve(__dirname, '../../..');
const rootModules = path.join(root, 'node_modules');

export interface Site {
  folder: string;
  /** Writes package.json with these Strapi plugins, in this order. */
  list(dependencies: readonly string[]): void;
  /** Writes config/plugins. */
  configure(plugins: Record<string, { enabled: boolean }>): void;
  /** Writes one of the site's own files. */
  write(file: string, text: string): void;
  remove(): void;
}

export const USERS = '@strapi/plugin-users-permissions';
export const GRAPHQL = '@strapi/plugin-graphql';

/** What stands in every new Strapi site, as its generator writes it. */
const FILES: Record<string, string> = {
  'config/server.js': `module.exports = ({ env }) => ({
  host: env('HOST', '0.0.0.0'),
  port: env.int('PORT', 1337),
  app: { keys: env.array('APP_KEYS') },
});`,
  'config/admin.js': `module.exports = ({ env }) => ({
  auth: { secret: env('ADMIN_JWT_SECRET') },
  apiToken: { salt: env('API_TOKEN_SALT') },
  transfer: { token: { salt: env('TRANSFER_TOKEN_SALT') } },
  secrets: { encryptionKey: env('ENCRYPTION_KEY') },
  autoOpen: false,
});`,
  'config/api.js': `module.exports = { rest: { defaultLimit: 25, maxLimit: 100, withCount: true } };`,
  'config/database.js': `const path = require('path');
module.exports = ({ env }) => {
  const client = env('DATABASE_CLIENT', 'sqlite');
  const connections = {
    postgres: { connection: { connectionString: env('DATABASE_URL') }, pool: { min: 0, max: 10 } },
    sqlite: {
      connection: { filename: path.join(__dirname, '..', env('DATABASE_FILENAME', '.tmp/data.db')) },
      useNullAsDefault: true,
    },
  };
  return { connection: { client, ...connections[client], acquireConnectionTimeout: 60000 } };
};`,
  'config/middlewares.js': `module.exports = [
  'strapi::logger',
  'strapi::errors',
  'strapi::security',
  'strapi::cors',
  'strapi::poweredBy',
  'strapi::query',
  'strapi::body',
  'strapi::session',
  'strapi::favicon',
  'strapi::public',
];`,
  'config/plugins.js': 'module.exports = () => ({});',
  'src/index.js': 'module.exports = { register() {}, bootstrap() {} };',
  '.env': `APP_KEYS=one,two
API_TOKEN_SALT=salt
ADMIN_JWT_SECRET=admin
TRANSFER_TOKEN_SALT=transfer
ENCRYPTION_KEY=encryption-key-of-thirty-two-chars
JWT_SECRET=members
`,
};

const link = (from: string, to: string): void => fs.symlinkSync(from, to, 'junction');

/** Every library of the repository by a link; of our plugins only what was packed, and what npm would nest in them. */
function linkModules(modules: string, plugins: readonly PluginId[]): void {
  fs.mkdirSync(path.join(modules, '@sanya'), { recursive: true });
  for (const name of fs.readdirSync(rootModules)) {
    if (name.startsWith('.') || name === '@sanya') continue;
    link(path.join(rootModules, name), path.join(modules, name));
  }
  for (const id of plugins) {
    const target = path.join(modules, packageOf(id));
    fs.cpSync(packedFolder(id), target, { recursive: true });
    const nested = path.join(root, 'plugins', id, 'node_modules');
    if (fs.existsSync(nested)) link(nested, path.join(target, 'node_modules'));
  }
}

/** A new Strapi site in a folder of its own, into which plugins of the suite were installed. */
export function blankSite(plugins: readonly PluginId[]): Site {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'sanya-site-'));
  const write = (file: string, text: string): void => {
    const target = path.join(folder, file);
    fs.mkdirSync(path.dirname(target), { recursive: true });
    fs.writeFileSync(target, text);
  };
  const list = (dependencies: readonly string[]): void => {
    const { dependencies: versions } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8'));
    const libraries = ['@strapi/strapi', 'better-sqlite3', 'pg', 'react', 'react-dom', 'react-router-dom'];
    write(
      'package.json',
      JSON.stringify({
        name: 'blank-site',
        version: '0.1.0',
        private: true,
        dependencies: Object.fromEntries([...dependencies, ...libraries].map((name) => [name, versions[name]])),
      }),
    );
  };
  for (const [file, text] of Object.entries(FILES)) write(file, text);
  fs.mkdirSync(path.join(folder, 'public/uploads'), { recursive: true });
  fs.mkdirSync(path.join(folder, '.tmp'));
  linkModules(path.join(folder, 'node_modules'), plugins);
  return {
    folder,
    write,
    list,
    configure: (config) => write('config/plugins.js', `module.exports = () => (${JSON.stringify(config)});`),
    remove: () => fs.rmSync(folder, { recursive: true, force: true }),
  };
}
