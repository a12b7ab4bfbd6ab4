const { default: Sequencer } = require('@jest/test-sequencer');

/** Groups of files take the longest: they begin, and what is short comes last, so that no worker waits long for another. */
module.exports = class extends Sequencer {
  sort(tests) {
    const isGroup = ({ path }) => Number(path.includes('/together/'));
    return super.sort(tests).sort((one, other) => isGroup(other) - isGroup(one));
  }
};
