const fs = require('node:fs');
const path = require('node:path');
const { stopPostgres } = require('../../support/postgres.cjs');

module.exports = async () => {
  await stopPostgres();
  if (process.env.SANYA_PACKED) fs.rmSync(path.dirname(process.env.SANYA_PACKED), { recursive: true, force: true });
};
