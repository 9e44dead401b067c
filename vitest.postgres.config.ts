import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

const common: TestProjectInlineConfiguration['test'] = {
	env: { IMAGO_TEST_ENGINE: 'postgres' },
	environment: 'node',
	testTimeout: 30_000,
	hookTimeout: 30_000
};

/** Everything that reaches a store, once more on a real PostgreSQL. */
export default defineConfig({
	test: {
		// One server for both projects: what stands here is set up once.
		globalSetup: ['tests/support/postgres-setup.ts'],
		// Both of two cores: by default one is left to whoever edits.
		maxWorkers: '100%',
		projects: [
			{
				plugins: [svelte()],
				test: {
					...common,
					name: 'postgres',
					include: [
						'src/{features,server}/**/*.test.ts',
						'tests/{access,demo.long,schema,statements}.test.ts',
						// Of the interfaces, only tests that depend on the database: pages, preconditions, idempotency, the walks.
						'tests/api/{audit-events,conditions,filters,idempotency,mcp-walk,page-plans,paging,walk}.test.ts',
						'tests/engines/*.test.ts'
					],
					exclude: [
						'**/node_modules/**',
						'**/*.{isolated,proof}.test.ts',
						// Rules and readers know no database; these were tested with the first engine.
						'src/features/*/rules/**',
						'src/features/*/reading/**',
						'src/server/outbound/**',
						'src/server/transfer/**'
					],
					pool: 'threads',
					isolate: false,
					sequence: { groupOrder: 0 }
				}
			},
			{
				plugins: [svelte()],
				// These change what modules share, so each has modules of its own.
				test: {
					...common,
					name: 'isolated',
					include: ['src/**/*.isolated.test.ts', 'tests/engines/*.isolated.test.ts'],
					sequence: { groupOrder: 1 }
				}
			}
		]
	}
});
