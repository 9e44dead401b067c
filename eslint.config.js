import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import ts from 'typescript-eslint';

export default ts.config(
	{ ignores: ['build/', '.svelte-kit/', 'node_modules/', 'data/', 'test-results/'] },
	...ts.configs.strict,
	...svelte.configs.recommended,
	{
		languageOptions: { globals: { ...globals.node, ...globals.browser, Temporal: 'readonly' } },
		rules: {
			'no-constant-condition': 'error',
			'no-debugger': 'error',
			'no-duplicate-case': 'error',
			'no-duplicate-imports': ['error', { allowSeparateTypeImports: true }],
			'no-fallthrough': 'error',
			'no-self-assign': 'error',
			'no-unsafe-finally': 'error',
			'no-useless-escape': 'error',
			'no-var': 'error',
			'prefer-const': 'error',
			eqeqeq: 'error',
			'no-console': 'error',
			'no-restricted-imports': ['error', { patterns: ['$lib', '$lib/*'] }],
			'@typescript-eslint/consistent-type-imports': 'error',
			// Kit's own types are empty where a page has nothing to say.
			'@typescript-eslint/no-empty-object-type': 'off'
		}
	},
	{
		files: ['**/*.svelte', '**/*.svelte.ts'],
		languageOptions: { parserOptions: { parser: ts.parser } },
		rules: {
			// Addresses here are plain: there is no base path (vite.config.ts).
			'svelte/no-navigation-without-resolve': 'off'
		}
	},
	{
		files: ['**/*.test.ts', 'tests/**', 'bench/**', 'script/**'],
		rules: { 'no-console': 'off', '@typescript-eslint/no-non-null-assertion': 'off' }
	}
);
