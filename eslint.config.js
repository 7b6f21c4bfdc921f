import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const clock = 'Time comes with the event: the engine has no clock';

export default defineConfig(
  {
    ignores: [
      '**/dist/**',
      '**/node_modules/**',
      '.cache/**',
      '**/*.cjs',
      '**/*.d.ts',
      'vitest.config.ts',
      'eslint.config.js',
    ],
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommended],
    languageOptions: {
      parserOptions: {
        project: ['tooling/tsconfig.tests.json', 'widget/tsconfig.json', 'studio/tsconfig.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      'max-lines': ['error', { max: 300, skipBlankLines: true, skipComments: true }],
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
    },
  },
  {
    files: ['server/src/**/*.ts', 'plugins/**/*.ts'],
    ignores: [
      'server/src/main.ts',
      'server/src/cli/**',
      'server/src/platform/embedded-mongo/**',
      'server/src/platform/processes/**',
    ],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Settings are read in main.ts and passed on' },
      ],
    },
  },
  { files: ['**/*.test.ts'], rules: { 'max-lines': 'off' } },
  {
    files: ['scenarios/**/*.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: clock },
        { object: 'Math', property: 'random', message: 'Chance comes with the run: its seed' },
        { object: 'Temporal', property: 'Now', message: clock },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: clock },
      ],
    },
  },
);
