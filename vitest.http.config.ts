import { defineConfig } from 'vitest/config';

/** Tests against the built server over HTTP: sign-in, isolation of routes, REST, faults. */
export default defineConfig({
	test: {
		include: ['tests/http/**/*.test.ts', 'tests/faults/**/*.test.ts'],
		environment: 'node',
		testTimeout: 120_000,
		hookTimeout: 60_000,
		fileParallelism: false
	}
});
