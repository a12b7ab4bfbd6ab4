import { execFileSync } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(__dirname, '../../..');

type Snippet = readonly [what: string, file: string, text: string, rule?: string];

/** ESLint imports its configuration, which a test's own module registry cannot: it runs beside, once for all texts. */
const SCRIPT = `
  import { ESLint } from 'eslint';
  import { readFileSync } from 'node:fs';
  const eslint = new ESLint();
  const said = [];
  for (const [, file, text] of JSON.parse(readFileSync(0, 'utf8'))) {
    const [result] = await eslint.lintText(text, { filePath: 'plugins/' + file });
    said.push(result.messages.map(({ ruleId }) => String(ruleId)));
  }
  process.stdout.write(JSON.stringify(said));
`;

/** What the project's own rules say to each text, as if it stood in that file. */
function said(snippets: readonly Snippet[]): string[][] {
  const input = JSON.stringify(snippets);
  const answer = execFileSync(process.execPath, ['--input-type=module', '-e', SCRIPT], { cwd: root, input });
  return JSON.parse(answer.toString()) as string[][];
}

const IMPORTS = 'no-restricted-imports';
const SYNTAX = 'no-restricted-syntax';
const GLOBALS = 'no-restricted-globals';
const from = (module: string): string => `import { one } from '${module}';\none();\n`;

jest.setTimeout(120_000);

const REFUSED: Snippet[] = [
  ['a later plugin by its package', 'crm/server/src/use-cases/a.ts', from('@sanya/strapi-plugin-billing/kit'), IMPORTS],
  ['a later plugin by a path', 'crm/server/src/use-cases/a.ts', from('../../../../sales/server/src/index'), IMPORTS],
  ['an earlier plugin by a path', 'sales/server/src/use-cases/a.ts', from('../../../../crm/server/src/index'), IMPORTS],
  [
    'a later plugin when it runs',
    'crm/server/src/use-cases/a.ts',
    "await import('@sanya/strapi-plugin-sales');\n",
    SYNTAX,
  ],
  ['a later plugin by name', 'crm/server/src/services/a.ts', "strapi.plugin('sales').service('x');\n", SYNTAX],
  ['a later plugin from the domain', 'billing/server/src/domain/a.ts', from('@sanya/strapi-plugin-sales'), IMPORTS],
  [
    'a later plugin by a path from the domain',
    'billing/server/src/domain/a.ts',
    from('../../../../sales/server/x'),
    IMPORTS,
  ],
  ['a later plugin by name from the domain', 'billing/server/src/domain/a.ts', "strapi.plugin('sales');\n", SYNTAX],
  ['the database in the domain', 'sales/server/src/domain/a.ts', from('knex'), IMPORTS],
  ['a store in the domain', 'sales/server/src/domain/a.ts', from('../stores/orders'), IMPORTS],
  ['node in the domain', 'sales/server/src/domain/a.ts', from('node:crypto'), IMPORTS],
  ['chance of node in the domain', 'sales/server/src/domain/a.ts', from('crypto'), IMPORTS],
  ['chance in the domain', 'sales/server/src/domain/a.ts', 'export const x = Math.random();\n', SYNTAX],
  ['chance in the kernel', 'platform/kernel/src/a.ts', 'export const x = Math.random();\n', SYNTAX],
  [
    'chance of the web in the domain',
    'sales/server/src/domain/a.ts',
    'export const x = crypto.randomUUID();\n',
    GLOBALS,
  ],
  ['the clock in the domain', 'sales/server/src/domain/a.ts', 'export const x = Date.now();\n', SYNTAX],
  ['the clock in the kernel', 'platform/kernel/src/a.ts', 'export const x = new Date();\n', SYNTAX],
  ['the clock in a use case', 'sales/server/src/use-cases/a.ts', 'export const x = new Date();\n', SYNTAX],
  ['the environment in the domain', 'sales/server/src/domain/a.ts', 'export const x = process.env.X;\n', GLOBALS],
];

const ALLOWED: Snippet[] = [
  ['an earlier plugin by its package', 'sales/server/src/domain/a.ts', from('@sanya/strapi-plugin-platform/kernel')],
  ['a neighbour in the domain', 'sales/server/src/domain/a.ts', from('./order')],
  ['chance in a store', 'sales/server/src/stores/a.ts', 'export const x = Math.random();\n'],
  ['the clock of the platform', 'platform/server/src/core/a.ts', 'export const x = new Date();\n'],
  ['a folder that is named like a plugin', 'crm/server/src/use-cases/a.ts', from('../support/words')],
];

test('plugins know only earlier ones, by their packages; the domain reaches out for nothing', () => {
  const found = said(REFUSED);
  const passed = REFUSED.filter(([, , , rule], index) => !found[index]?.includes(rule ?? ''));
  expect(passed.map(([what]) => what)).toEqual([]);
});

test('what is allowed is not refused', () => {
  const found = said(ALLOWED);
  expect(ALLOWED.map(([what], index) => [what, found[index]])).toEqual(ALLOWED.map(([what]) => [what, []]));
});
