import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { throttleForRequests, requestBegan } from './background-throttle.ts';

async function restAfter(stepMillis: number): Promise<number> {
	const throttle = throttleForRequests();
	await setTimeout(stepMillis);
	const began = performance.now();
	await throttle();
	return performance.now() - began;
}

test('without requests it continues at once; with requests it pauses as long as it worked', async () => {
	await setTimeout(60);
	expect(await restAfter(30)).toBeLessThan(20);
	const ended = requestBegan();
	expect(await restAfter(30)).toBeGreaterThan(25);
	expect(await restAfter(200)).toBeLessThan(100);
	ended();
	ended();
	// The next request is expected for a moment.
	expect(await restAfter(10)).toBeGreaterThan(8);
	await setTimeout(60);
	expect(await restAfter(30)).toBeLessThan(20);
});
