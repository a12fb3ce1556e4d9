import astro from 'eslint-plugin-astro';
import jsxA11y from 'eslint-plugin-jsx-a11y-x';
import tseslint from 'typescript-eslint';
import { oldBrowsers } from './old-browsers.js';

export default tseslint.config(
  { ignores: ['dist/', '.astro/', '.tmp/', '.cache/', 'node_modules/', 'coverage/', 'reports/'] },
  ...tseslint.configs.recommended,
  ...astro.configs.recommended,
  {
    files: ['**/*.astro'],
    plugins: { 'jsx-a11y': jsxA11y },
    rules: {
      'jsx-a11y/alt-text': 'error',
      // anchor-has-content is left out: anchors in <template> are filled by scripts, and axe looks at them filled.
      'jsx-a11y/aria-props': 'error',
      'jsx-a11y/aria-proptypes': 'error',
      'jsx-a11y/aria-role': 'error',
      'jsx-a11y/heading-has-content': 'error',
      'jsx-a11y/iframe-has-title': 'error',
      'jsx-a11y/no-access-key': 'error',
      'jsx-a11y/no-distracting-elements': 'error',
      'jsx-a11y/tabindex-no-positive': 'error',
    },
  },
  // What scripts import is held in the built site: tests/site/old-browsers.test.ts.
  { files: ['src/**/*.client.ts', 'src/features/check/*.ts', 'src/features/quiz/*.ts', 'src/features/offline/worker.ts'], ...oldBrowsers },
  {
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
    },
  },
);
