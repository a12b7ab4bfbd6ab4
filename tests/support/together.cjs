const fs = require('node:fs');
const path = require('node:path');

const root = path.resolve(__dirname, '../..');
const integration = path.join(root, 'tests/integration');
const folder = path.join(root, 'tests/together');

/** They take a worker for a minute, or replace modules that others want whole. */
const ALONE =
  /(doors\/(roles|walk|staff-walk|fuzz)|demo\/.*|story\/(kill|random-histories)|billing\/(cards|debits)-killed|contracts\/run-killed|platform\/(own-plugin|instances)|sales\/coupon-slots)\.test\.ts$/;
/** So many lines of tests a group: some ten files. */
const LINES = 2_200;

const filesIn = (of) =>
  fs
    .readdirSync(of, { recursive: true })
    .filter((name) => name.endsWith('.test.ts'))
    .sort();

const linesOf = (name) => fs.readFileSync(path.join(integration, name), 'utf8').split('\n').length;

function grouped(names) {
  const groups = [];
  let lines = LINES;
  for (const name of names) {
    if (lines >= LINES) {
      groups.push([]);
      lines = 0;
    }
    groups.at(-1).push(name);
    lines += linesOf(name);
  }
  return groups;
}

const sourceOf = (names) =>
  [
    "import { sideBySide } from '../support/side-by-side';",
    '',
    'sideBySide({',
    ...names.map((name) => `  '${name}': () => require('../integration/${name}'),`),
    '});',
    '',
  ].join('\n');

/**
 * Integration tests as Jest shall run them when it runs them all: several files as one, since each that Jest knows loads
 * Strapi's five thousand modules anew and starts one. Each still has a database of its own.
 */
function testFilesTogether(ignored) {
  fs.rmSync(folder, { recursive: true, force: true });
  fs.mkdirSync(folder, { recursive: true });
  const names = filesIn(integration).filter((name) => !ignored.some((pattern) => new RegExp(pattern).test(`/${name}`)));
  grouped(names.filter((name) => !ALONE.test(name))).forEach((group, index) =>
    fs.writeFileSync(path.join(folder, `${String(index + 1).padStart(2, '0')}.test.ts`), sourceOf(group)),
  );
  return [
    '<rootDir>/tests/together/*.test.ts',
    ...names.filter((name) => ALONE.test(name)).map((name) => `<rootDir>/tests/integration/${name}`),
  ];
}

module.exports = { testFilesTogether };
