// Compiles the host application (config and src) into dist where something changed since.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { filesBelow, root } from './plugins.mjs';
import { run } from './run.mjs';

const stamp = path.join(root, 'dist/.host-sources');

function hashOfSources() {
  const hash = createHash('sha256');
  const files = ['config', 'src'].flatMap((folder) => [...filesBelow(path.join(root, folder))]);
  for (const file of [path.join(root, 'tsconfig.json'), ...files]) hash.update(file).update(fs.readFileSync(file));
  return hash.digest('hex');
}

export async function compileHost() {
  const wanted = hashOfSources();
  const isThere = fs.existsSync(path.join(root, 'dist/src')) && fs.existsSync(stamp);
  if (isThere && fs.readFileSync(stamp, 'utf8') === wanted) return;
  await run('npx', ['--no-install', 'tsc', '-p', 'tsconfig.json'], { cwd: root });
  fs.writeFileSync(stamp, wanted);
}
