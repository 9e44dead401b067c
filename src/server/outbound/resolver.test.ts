import fc from 'fast-check';
import { expect, test } from 'vitest';
import { limitConcurrency, systemResolver } from './resolver.ts';

test('the number of concurrent look-ups is limited, every one is answered, and a failure frees its place', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(fc.boolean(), { maxLength: 12 }),
			fc.integer({ min: 1, max: 3 }),
			async (outcomes, most) => {
				let running = 0;
				let highest = 0;
				const resolve = limitConcurrency(async (name) => {
					running += 1;
					highest = Math.max(highest, running);
					await new Promise((go) => setImmediate(go));
					running -= 1;
					if (name === 'fails') throw new Error(name);
					return [name];
				}, most);
				const answers = await Promise.allSettled(
					outcomes.map((works) => resolve(works ? 'works' : 'fails'))
				);
				expect(answers.map(({ status }) => status === 'fulfilled')).toEqual(outcomes);
				expect(highest).toBeLessThanOrEqual(most);
			}
		),
		{ numRuns: 30 }
	);
});

test('the system resolves localhost', async () => {
	expect(await systemResolver('localhost')).toContain('127.0.0.1');
});
