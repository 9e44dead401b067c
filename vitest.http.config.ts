import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

const common: TestProjectInlineConfiguration['test'] = {
	environment: 'node',
	testTimeout: 120_000,
	hookTimeout: 60_000
};

/** Tests against the built server over HTTP: sign-in, isolation of routes, REST, faults. */
export default defineConfig({
	test: {
		// Both of two cores: by default one is left to whoever edits.
		maxWorkers: '100%',
		projects: [
			{
				test: {
					...common,
					name: 'http',
					include: ['tests/http/**/*.test.ts', 'tests/faults/**/*.test.ts'],
					exclude: ['**/node_modules/**', '**/*.isolated.test.ts'],
					pool: 'threads',
					// What is tested are processes of their own; what modules share here, only helpers read.
					isolate: false,
					sequence: { groupOrder: 0 }
				}
			},
			{
				test: {
					...common,
					// What measures how long something takes, or loads the machine, runs alone.
					name: 'isolated',
					include: ['tests/{http,faults}/**/*.isolated.test.ts'],
					fileParallelism: false,
					sequence: { groupOrder: 1 }
				}
			}
		]
	}
});
