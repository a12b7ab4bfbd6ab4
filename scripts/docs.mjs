// Writes docs/openapi.json and the state tables of docs/<plugin>.md from what the plugins declare.
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createRequire } from 'node:module';
import prettier from 'prettier';
import { compileHost } from './compile-host.mjs';
import { plugins, root } from './plugins.mjs';

const require = createRequire(import.meta.url);
process.chdir(root);

if (!process.argv.includes('--no-build')) {
  await import('./build-plugins.mjs');
  await compileHost();
}

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'sanya-docs-'));
Object.assign(process.env, {
  DATABASE_URL: '',
  DATABASE_FILENAME: path.join(folder, 'docs.db'),
  SANYA_SECRETS_FILE: path.join(folder, 'secrets.json'),
  SANYA_FILES_DIR: path.join(folder, 'files'),
  SANYA_JOBS: 'off',
  LOG_LEVEL: 'error',
  STRAPI_TELEMETRY_DISABLED: 'true',
});
const { createStrapi } = require('@strapi/strapi');
const strapi = createStrapi({ appDir: root, distDir: path.join(root, 'dist'), serveAdminPanel: false });
await strapi.load();
const { docs } = strapi.plugin('platform').service('core');

fs.writeFileSync('docs/openapi.json', `${JSON.stringify(docs.openapi(), null, 2)}\n`);
const tables = docs.stateTables();
const options = await prettier.resolveConfig(path.join(root, 'docs/api.md'));
for (const id of plugins()) {
  const file = `docs/${id}.md`;
  if (!tables[id] || !fs.existsSync(file)) continue;
  const page = fs
    .readFileSync(file, 'utf8')
    .replace(/<!-- states -->[\s\S]*<!-- \/states -->/, () => `<!-- states -->\n\n${tables[id]}\n\n<!-- /states -->`);
  fs.writeFileSync(file, await prettier.format(page, { ...options, parser: 'markdown' }));
}

await strapi.destroy();
fs.rmSync(folder, { recursive: true, force: true });
process.exit(0);
