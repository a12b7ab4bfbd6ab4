const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { startPostgres } = require('../../support/postgres.cjs');

const root = path.resolve(__dirname, '../../..');

/** Packs every plugin as for the registry and unpacks it as npm does: what a site gets, and nothing else. */
module.exports = async () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'sanya-packed-'));
  const plugins = fs.readdirSync(path.join(root, 'plugins'));
  const workspaces = plugins.flatMap((id) => ['-w', `plugins/${id}`]);
  const packed = execFileSync('npm', ['pack', '--json', '--silent', '--pack-destination', folder, ...workspaces], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  for (const { name, filename } of JSON.parse(packed.toString())) {
    const target = path.join(folder, 'node_modules', name);
    fs.mkdirSync(target, { recursive: true });
    const archive = path.join(folder, filename.replace('@', '').replace('/', '-'));
    execFileSync('tar', ['xzf', archive, '-C', target, '--strip-components=1']);
  }
  process.env.SANYA_PACKED = path.join(folder, 'node_modules');
  const { compileHost } = await import('../../../scripts/compile-host.mjs');
  await compileHost();
  await startPostgres();
};
