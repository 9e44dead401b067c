import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

/** `script/check` does not wait for what takes seconds each. */
const tooLong = process.env.IMAGO_QUICK ? ['**/*.long.test.ts'] : [];
const kept = process.env.IMAGO_QUICK ? [] : ['src/**/*.isolated.test.ts'];

/** Everything that needs no browser and no built server: `npm test` runs the others after it. */
export default defineConfig({
	test: {
		// Both of two cores: by default one is left to whoever edits.
		maxWorkers: '100%',
		projects: [
			{
				plugins: [svelte()],
				test: {
					name: 'unit',
					include: ['src/**/*.test.ts', 'tests/*.test.ts', 'tests/{api,security}/**/*.test.ts'],
					exclude: ['**/node_modules/**', '**/*.{isolated,proof}.test.ts', ...tooLong],
					environment: 'node',
					testTimeout: 20_000,
					pool: 'threads',
					// Nothing here changes what modules share; a worker for each file would double the time.
					isolate: false,
					sequence: { groupOrder: 0 }
				}
			},
			{
				plugins: [svelte()],
				// A worker of its own, for what measures how long the thread stands still: the heap of four
				// thousand other tests is cleared in pauses that are not the program's.
				test: {
					name: 'isolated',
					// As the program is started (package.json): small young spaces are cleared in short pauses.
					execArgv: ['--max-semi-space-size=4'],
					include: kept,
					environment: 'node',
					sequence: { groupOrder: 1 },
					testTimeout: 20_000
				}
			}
		]
	}
});
