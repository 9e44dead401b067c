import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';

const common: TestProjectInlineConfiguration['test'] = {
	environment: 'node',
	testTimeout: 1_800_000,
	hookTimeout: 120_000,
	fileParallelism: false
};

/** What takes minutes each, one after the other: `npm run proof`. */
export default defineConfig({
	test: {
		projects: [
			{
				// 500 kills, an attack beside a second account on both engines, a fresh clone.
				test: {
					...common,
					name: 'proof',
					include: ['tests/proof/**/*.test.ts', 'tests/faults/kill.test.ts'],
					env: { IMAGO_KILLS: '500' },
					sequence: { groupOrder: 0 }
				}
			},
			{
				// A workspace at its bounds and beyond, and every forged value of a file.
				plugins: [svelte()],
				test: {
					...common,
					name: 'sqlite',
					include: ['src/**/*.proof.test.ts'],
					sequence: { groupOrder: 1 }
				}
			},
			{
				plugins: [svelte()],
				test: {
					...common,
					name: 'postgres',
					include: ['src/**/*.proof.test.ts'],
					globalSetup: ['tests/support/postgres-setup.ts'],
					env: { IMAGO_TEST_ENGINE: 'postgres' },
					sequence: { groupOrder: 2 }
				}
			}
		]
	}
});
