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

const laterThan = (id) => ORDER.slice(ORDER.indexOf(id) + 1);

const directions = ORDER.map((id) => ({
  files: [`plugins/${id}/**/*.{ts,tsx}`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: laterThan(id).map((later) => ({
          group: [`@sanya/strapi-plugin-${later}`, `@sanya/strapi-plugin-${later}/*`, `**/plugins/${later}/**`],
          message: `${id} must not know ${later}: a plugin knows only earlier ones.`,
        })),
      },
    ],
    'no-restricted-syntax': [
      'error',
      ...(id === 'platform' ? [] : WALL_CLOCK),
      ...laterThan(id).map((later) => ({
        selector: `CallExpression[callee.property.name='plugin'] > Literal[value='${later}']`,
        message: `${id} must not call ${later} by name: tell it by an event.`,
      })),
    ],
  },
}));

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
  { files: ['**/*.cjs'], rules: { '@typescript-eslint/no-require-imports': 'off' } },
  ...directions,
  {
    files: ['plugins/*/server/src/domain/**/*.ts', 'plugins/platform/kernel/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: ['@strapi/*', 'knex', 'node:*', 'fs', 'path', '**/stores/**', '**/use-cases/**'],
              message: 'The domain is pure: it never reaches out.',
            },
          ],
        },
      ],
      'no-restricted-globals': ['error', 'process', 'setTimeout', 'fetch'],
    },
  },
);
