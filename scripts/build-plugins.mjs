// Builds the plugins whose sources changed since their last build, in the order of the house.
import fs from 'node:fs';
import path from 'node:path';
import { plugins, root, sourceHash } from './plugins.mjs';
import { run } from './run.mjs';

let earlier = '';
for (const id of plugins()) {
  const folder = path.join(root, 'plugins', id);
  const stamp = path.join(folder, 'dist/.sources');
  const hash = sourceHash(id, earlier);
  earlier = hash;
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === hash) {
    console.log(`${id}: unchanged`);
    continue;
  }
  console.log(`${id}: building`);
  fs.rmSync(path.join(folder, 'dist'), { recursive: true, force: true });
  await run('npx', ['--no-install', 'strapi-plugin', 'build', '--silent'], { cwd: folder });
  fs.writeFileSync(stamp, hash);
}
