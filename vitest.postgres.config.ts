import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

/** Everything that reaches a store, once more on a real PostgreSQL. */
export default defineConfig({
	plugins: [svelte()],
	test: {
		include: [
			'src/**/*.test.ts',
			'tests/*.test.ts',
			'tests/api/**/*.test.ts',
			'tests/engines/*.test.ts'
		],
		exclude: [
			'**/node_modules/**',
			// Rules and readers know no database; these were tested with the first engine.
			'src/kernel/**',
			'src/ui/**',
			'src/features/*/rules/**',
			'src/features/*/reading/**',
			'tests/imports.test.ts',
			'tests/method.test.ts'
		],
		globalSetup: ['tests/support/postgres-setup.ts'],
		env: { IMAGO_TEST_ENGINE: 'postgres' },
		environment: 'node',
		testTimeout: 30_000,
		pool: 'threads',
		isolate: false
	}
});
