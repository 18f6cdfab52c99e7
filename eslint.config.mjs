import js from '@eslint/js';
import ts from 'typescript-eslint';
import svelte from 'eslint-plugin-svelte';

/** process.env is read once, in the config schema; anything else would dodge its checks. */
const noEnv = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'Read configuration from Config (libs/platform/src/config).',
};
const noRandom = {
  selector: "CallExpression[callee.object.name='Math'][callee.property.name='random']",
  message: 'Use node:crypto for anything unguessable, or pass a seeded generator.',
};

export default ts.config(
  {
    ignores: [
      'node_modules/',
      'dist/',
      '.data/',
      'apps/web/.svelte-kit/',
      'apps/web/build/',
      'apps/web/src/lib/gql/',
      'apps/web/static/',
      'artifacts/',
      'content/',
      '.cache/',
    ],
  },
  js.configs.recommended,
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  {
    languageOptions: {
      globals: {
        process: 'readonly',

        FormData: 'readonly',
        Blob: 'readonly',
        console: 'readonly',
        Buffer: 'readonly',
        URL: 'readonly',
        setTimeout: 'readonly',
        clearTimeout: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
        fetch: 'readonly',
        performance: 'readonly',
        structuredClone: 'readonly',
        AbortController: 'readonly',
        AbortSignal: 'readonly',
        TextDecoder: 'readonly',
        TextEncoder: 'readonly',
        window: 'readonly',
        document: 'readonly',
      },
    },
  },
  {
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/no-require-imports': 'off',
    },
  },
  {
    files: ['libs/**/*.ts', 'apps/api/**/*.ts'],
    ignores: ['libs/platform/src/config/**', 'libs/platform/src/log/log.ts', '**/*.spec.ts', '**/*.db-spec.ts'],
    rules: { 'no-restricted-syntax': ['error', noEnv, noRandom] },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: ts.parser } },
    rules: { 'no-undef': 'off', 'svelte/no-navigation-without-resolve': 'off' },
  },
  { files: ['apps/web/**/*.ts', 'test/**/*.ts'], rules: { 'no-undef': 'off' } },
);
