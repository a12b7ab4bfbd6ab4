const fs = require('node:fs');
const path = require('node:path');

const root = path.resolve(__dirname, '../..');
const tests = path.join(root, 'tests');

/** They take a worker for a minute, or replace modules that others want whole. */
const ALONE =
  /(doors\/(roles|walk|staff-walk|fuzz)|demo\/demo|story\/(kill|random-histories)|billing\/(cards|debits)-killed|contracts\/run-killed|platform\/(own-plugin|instances)|sales\/coupon-slots)\.test\.ts$/;
/** So many lines of tests a group: some twenty files. */
const LINES = 4_400;

/** The test files of a folder of tests, by their paths from there on. */
const filesIn = (folder) =>
  fs
    .readdirSync(path.join(tests, folder), { recursive: true })
    .filter((name) => name.endsWith('.test.ts'))
    .map((name) => `${folder}/${name}`)
    .sort();

const linesOf = (name) => fs.readFileSync(path.join(tests, name), 'utf8').split('\n').length;

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

/** They share a Strapi. */
const sharing = (names) => [
  "import { sideBySide } from '../../support/side-by-side';",
  '',
  'sideBySide({',
  ...names.map((name) => `  '${name}': () => require('../../${name}'),`),
  '});',
];

/** They share nothing but what they load. */
const plain = (names) => names.map((name) => `describe('${name}', () => void require('../../${name}'));`);

/** Writes one file for several; each that Jest knows loads all its modules anew. Answers where they are. */
function written(folder, names, sourceOf) {
  const place = path.join(tests, 'together', folder);
  fs.rmSync(place, { recursive: true, force: true });
  fs.mkdirSync(place, { recursive: true });
  grouped(names).forEach((group, index) =>
    fs.writeFileSync(
      path.join(place, `${String(index + 1).padStart(2, '0')}.test.ts`),
      `${sourceOf(group).join('\n')}\n`,
    ),
  );
  return `<rootDir>/tests/together/${folder}/*.test.ts`;
}

/**
 * Integration tests as Jest shall run them when it runs them all: several files as one, which start one Strapi. Each file
 * still has a database of its own.
 */
function testFilesTogether(ignored) {
  const names = filesIn('integration').filter(
    (name) => !ignored.some((pattern) => new RegExp(pattern).test(`/${name}`)),
  );
  const together = names.filter((name) => !ALONE.test(name));
  return [
    written('integration', together, sharing),
    ...names.filter((name) => ALONE.test(name)).map((name) => `<rootDir>/tests/${name}`),
  ];
}

/** Tests with nothing running, as Jest shall run them when it runs them all. */
const pureFilesTogether = () => [written('pure', [...filesIn('unit'), ...filesIn('property')], plain)];

module.exports = { testFilesTogether, pureFilesTogether };
