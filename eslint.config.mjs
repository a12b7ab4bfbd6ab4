import tseslint from 'typescript-eslint';

/** Plugins in order of building: none may import or call by name a later one. */
const ORDER = ['platform', 'crm', 'billing', 'sales', 'contracts', 'field-service', 'support', 'marketing', 'reports'];

const WALL_CLOCK = [
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Only platform knows the time: use platform.clock.',
  },
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Only platform knows the time: use platform.clock.',
  },
];

const CHANCE = [
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'The domain is pure: what is random comes in as an argument.',
  },
];

const laterThan = (id) => ORDER.slice(ORDER.indexOf(id) + 1);

/** A path that climbs out of the plugin and into the folder of another one. */
const climbingInto = (ids) => `^(\\.\\./)+(plugins/)?(${ids.join('|')})/(server|admin|kernel|kit|dist)(/|$)`;

const knowing = (id) => [
  ...laterThan(id).map((later) => ({
    group: [`@sanya/strapi-plugin-${later}`, `@sanya/strapi-plugin-${later}/*`, `**/plugins/${later}/**`],
    message: `${id} must not know ${later}: a plugin knows only earlier ones.`,
  })),
  {
    regex: climbingInto(ORDER.filter((other) => other !== id)),
    message: `${id} reaches an earlier plugin by its package, and a later one not at all.`,
  },
];

const callingByName = (id) =>
  laterThan(id).flatMap((later) => [
    {
      selector: `CallExpression[callee.property.name='plugin'] > Literal[value='${later}']`,
      message: `${id} must not call ${later} by name: tell it by an event.`,
    },
    {
      selector: `ImportExpression > Literal[value=/^@sanya.strapi-plugin-${later}(\\u002f|$)/]`,
      message: `${id} must not know ${later}: a plugin knows only earlier ones.`,
    },
  ]);

const REACHING_OUT = {
  group: [
    ...['@strapi/*', 'knex', 'node:*', 'fs', 'fs/*', 'path', 'os', 'http', 'https', 'net', 'crypto', 'child_process'],
    ...['**/stores/**', '**/use-cases/**', '**/services/**', '**/api/**', '**/jobs/**'],
  ],
  message: 'The domain is pure: it never reaches out.',
};

/** ESLint replaces a rule's options where two blocks meet: whatever holds in the domain stands in its block once more. */
const directions = ORDER.flatMap((id) => [
  {
    files: [`plugins/${id}/**/*.{ts,tsx}`],
    rules: {
      'no-restricted-imports': ['error', { patterns: knowing(id) }],
      'no-restricted-syntax': ['error', ...(id === 'platform' ? [] : WALL_CLOCK), ...callingByName(id)],
    },
  },
  {
    files: [
      `plugins/${id}/server/src/domain/**/*.ts`,
      ...(id === 'platform' ? ['plugins/platform/kernel/**/*.ts'] : []),
    ],
    rules: {
      'no-restricted-imports': ['error', { patterns: [...knowing(id), REACHING_OUT] }],
      'no-restricted-syntax': ['error', ...WALL_CLOCK, ...CHANCE, ...callingByName(id)],
      'no-restricted-globals': ['error', 'process', 'setTimeout', 'setInterval', 'fetch', 'crypto', 'performance'],
    },
  },
]);

export default tseslint.config(
  {
    ignores: [
      '**/dist/**',
      '**/build/**',
      '**/node_modules/**',
      '.tmp/**',
      '.cache/**',
      '.strapi/**',
      '.data/**',
      'types/**',
      'public/**',
    ],
  },
  ...tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', prefer: 'type-imports' },
      ],
    },
  },
  // A declaration file that declares a module cannot import at its top.
  { files: ['**/*.d.ts'], rules: { '@typescript-eslint/consistent-type-imports': 'off' } },
  {
    files: ['**/*.cjs', 'tests/support/workshop/strapi-server.js'],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  ...directions,
);
