const fs = require('node:fs');
const { default: Sequencer } = require('@jest/test-sequencer');

/** Test files that boot a Strapi of their own come first: begun later, they would end the one that the others share. */
module.exports = class extends Sequencer {
  sort(tests) {
    const own = new Set(tests.filter(({ path }) => fs.readFileSync(path, 'utf8').startsWith('/** @strapi own')));
    return super.sort(tests).sort((one, other) => own.has(other) - own.has(one));
  }
};
