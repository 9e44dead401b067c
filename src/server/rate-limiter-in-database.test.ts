import { afterAll, expect, test } from 'vitest';
import { openTestApp } from '#tests/support/app.ts';
import { DatabaseLimiter } from './rate-limiter-in-database.ts';
import { MemoryLimiter } from './rate-limiter.ts';

const testApp = await openTestApp();
afterAll(() => testApp.close());

const kinds = [
	{ kind: 'memory', limiter: new MemoryLimiter() },
	{ kind: 'database', limiter: new DatabaseLimiter(testApp.app.database) }
];

test.each(kinds)(
	'in $kind a window ends, and a refunded try is available again',
	async ({ limiter }) => {
		const take = (millis: number) => limiter.take('x', 'b', { most: 2, minutes: 1 }, millis);
		expect(await take(0)).toEqual({ left: 1, seconds: 60 });
		expect(await take(20_500)).toEqual({ left: 0, seconds: 40 });
		await expect(take(59_999)).rejects.toMatchObject({ code: 'x.too-many', retryAfter: 1 });
		expect(await take(60_000)).toEqual({ left: 1, seconds: 60 });
		await limiter.refund('x', 'b');
		expect(await take(60_000)).toEqual({ left: 1, seconds: 60 });
	}
);

test.each(kinds)('in $kind back-off delays tries, and its count expires', async ({ limiter }) => {
	const pace = { free: 2, longest: 5, minutes: 1 };
	const slow = (second: number) => limiter.slow('x', 'a', pace, second * 1000);
	const waits = (second: number, retryAfter: number) =>
		expect(slow(second)).rejects.toMatchObject({ code: 'x.too-many', retryAfter });
	await slow(0);
	await slow(0);
	await waits(0, 1);
	await slow(1);
	await waits(2, 1);
	await slow(3);
	await waits(3, 4);
	await slow(7);
	await waits(7, 5);
	await slow(67);
	await slow(67);
	await waits(67, 1);
	await limiter.clear('x', 'a');
	await slow(67);
});
