const { startPostgres } = require('./postgres.cjs');
const { fork } = require('node:child_process');
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

/** Tables are made once: a copy of them is there in no time, where making them takes a start ten seconds. */
const makeTemplate = () =>
  new Promise((resolve, reject) => {
    const child = fork(path.join(__dirname, 'make-template.ts'), {
      execArgv: ['--require', path.join(__dirname, 'register-typescript.cjs')],
    });
    child.once('message', resolve);
    child.once('exit', (code) => reject(new Error(`The template database was not made: exit ${code}`)));
  });

module.exports = async () => {
  ensurePluginFiles();
  const { compileHost } = await import('../../scripts/compile-host.mjs');
  await compileHost();
  if (process.env.SANYA_TEST_DB === 'postgres') await startPostgres();
  process.env.SANYA_TEST_TEMPLATE = JSON.stringify(await makeTemplate());
};
