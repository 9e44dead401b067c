import { defineConfig } from 'vitest/config';

/** Longer proofs: 500 kills, a fresh clone. `npm run proof`. */
export default defineConfig({
	test: {
		include: ['tests/proof/**/*.test.ts', 'tests/faults/kill.test.ts'],
		env: { IMAGO_KILLS: '500' },
		environment: 'node',
		testTimeout: 1_800_000,
		fileParallelism: false
	}
});
