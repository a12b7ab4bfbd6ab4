import fs from 'node:fs';
import path from 'node:path';
import { bootApp, type App } from '../../support/app';

const root = path.resolve(__dirname, '../../..');
const file = (name: string): string => fs.readFileSync(path.join(root, name), 'utf8');

interface Docs {
  openapi(): { paths: Record<string, Record<string, { operationId: string }>> };
  stateTables(): Record<string, string>;
}

let app: App;
let docs: Docs;

beforeAll(async () => {
  app = await bootApp();
  docs = (app.strapi.plugin('platform').service('core') as { docs: Docs }).docs;
});
afterAll(() => app?.close());

test('docs/openapi.json says what the plugins declare (npm run docs)', () => {
  expect(JSON.parse(file('docs/openapi.json'))).toEqual(JSON.parse(JSON.stringify(docs.openapi())));
});

test('every operation has a name of its own', () => {
  const names = Object.values(docs.openapi().paths).flatMap((methods) =>
    Object.values(methods).map((one) => one.operationId),
  );
  expect(names.length).toBeGreaterThan(60);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test('the pages of the plugins hold the tables of their state machines', () => {
  // Formatting pads the columns of a table.
  const plain = (text: string): string => text.replace(/ +/g, ' ').replace(/-{3,}/g, '---');
  for (const [id, tables] of Object.entries(docs.stateTables())) {
    expect(plain(file(`docs/${id}.md`))).toContain(plain(tables));
  }
});

test('the list of features names every file that it leans on, and each is there', () => {
  const named = [...file('docs/features.md').matchAll(/`(tests\/[^`]+)`/g)].map(([, name]) => name ?? '');
  expect(named.length).toBeGreaterThan(20);
  expect([...new Set(named)].filter((name) => !fs.existsSync(path.join(root, name)))).toEqual([]);
});
