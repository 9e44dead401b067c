import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

const common: TestProjectInlineConfiguration['test'] = {
	environment: 'node',
	testTimeout: 120_000,
	hookTimeout: 60_000
};

/** These measure how long something takes, or lean on it, or load the machine: each runs alone. */
const measuring = [
	'tests/http/overload.test.ts',
	'tests/http/setup.test.ts',
	'tests/http/setup-lock.test.ts',
	'tests/faults/second-start.test.ts'
];

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
					exclude: ['**/node_modules/**', ...measuring],
					pool: 'threads',
					// What is tested are processes of their own; nothing here changes what modules share.
					isolate: false,
					sequence: { groupOrder: 0 }
				}
			},
			{
				test: {
					...common,
					name: 'measuring',
					include: measuring,
					fileParallelism: false,
					sequence: { groupOrder: 1 }
				}
			}
		]
	}
});
