// Builds the plugins and then the admin panel of the host application; the latter only when something changed.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { compileHost } from './compile-host.mjs';
import { plugins, root, sourceHash } from './plugins.mjs';
import { run } from './run.mjs';

await import('./build-plugins.mjs');

const hash = createHash('sha256');
for (const id of plugins()) hash.update(sourceHash(id));
for (const file of ['package.json', 'package-lock.json', 'src/admin/app.tsx', 'config/admin.ts', 'config/server.ts']) {
  hash.update(fs.readFileSync(path.join(root, file)));
}
const wanted = hash.digest('hex');
const stamp = path.join(root, 'dist/build/.sources');
if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted) {
  console.log('admin panel: unchanged');
  await compileHost();
} else {
  await run('npx', ['--no-install', 'strapi', 'build'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production', STRAPI_TELEMETRY_DISABLED: 'true' },
  });
  fs.writeFileSync(stamp, wanted);
}
