const { stopPostgres } = require('./postgres.cjs');

module.exports = async () => {
  await stopPostgres();
};
