import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

/** Everything that needs no browser and no built server: `npm test` runs the others after it. */
export default defineConfig({
	plugins: [svelte()],
	test: {
		include: ['src/**/*.test.ts', 'tests/*.test.ts', 'tests/api/**/*.test.ts'],
		environment: 'node',
		testTimeout: 20_000,
		pool: 'threads',
		// Nothing here changes what modules share; a worker for each file would double the time.
		isolate: false
	}
});
