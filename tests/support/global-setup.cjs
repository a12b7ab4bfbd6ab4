const { startPostgres } = require('./postgres.cjs');
const { execFileSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');

const root = path.resolve(__dirname, '../..');

/** Jest maps plugin servers to their sources, but Strapi looks for the built file first. */
function ensurePluginFiles() {
  for (const id of fs.readdirSync(path.join(root, 'plugins'))) {
    const file = path.join(root, 'plugins', id, 'dist/server/index.js');
    if (fs.existsSync(file)) continue;
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, 'module.exports = {};\n');
  }
}

module.exports = async () => {
  ensurePluginFiles();
  execFileSync('npx', ['tsc', '-p', 'tsconfig.json'], { cwd: root, stdio: 'inherit' });
  if (process.env.SANYA_TEST_DB === 'postgres') await startPostgres();
};
