const fs = require('node:fs');
const path = require('node:path');
const { Client } = require('pg');
const { stopPostgres } = require('./postgres.cjs');

/** The PostgreSQL may be somebody's own, where nothing is to stay. */
async function dropTemplate({ DATABASE_URL, SANYA_FILES_DIR }) {
  if (DATABASE_URL) {
    const client = new Client({ connectionString: process.env.SANYA_TEST_PG });
    await client.connect();
    await client.query(`DROP DATABASE IF EXISTS ${new URL(DATABASE_URL).pathname.slice(1)} WITH (FORCE)`);
    await client.end();
  }
  fs.rmSync(path.dirname(SANYA_FILES_DIR), { recursive: true, force: true });
}

module.exports = async () => {
  // Where tests ran in this process.
  await require.cache[require.resolve('./shared-strapi.ts')]?.exports.endShared();
  if (process.env.SANYA_TEST_TEMPLATE) await dropTemplate(JSON.parse(process.env.SANYA_TEST_TEMPLATE));
  await stopPostgres();
};
