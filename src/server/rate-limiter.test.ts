import { expect, test } from 'vitest';
import { MemoryLimiter, networkOf } from './rate-limiter.ts';

const limit = { most: 3, minutes: 15 };

test('the fourth within the window is refused with the time to wait, and the window ends', async () => {
	const limiter = new MemoryLimiter();
	for (let tries = 0; tries < 3; tries += 1) await limiter.take('sign-in', 'a', limit, 0);
	const refused = { kind: 'too-many', retryAfter: 14 * 60 };
	await expect(limiter.take('sign-in', 'a', limit, 60_000)).rejects.toMatchObject(refused);
	await limiter.take('sign-in', 'b', limit, 60_000);
	await limiter.take('sign-in', 'a', limit, 15 * 60_000);
});

test('each try says what is left and when the window ends', async () => {
	const limiter = new MemoryLimiter();
	const two = { most: 2, minutes: 1 };
	expect(await limiter.take('x', 'a', two, 0)).toEqual({ left: 1, seconds: 60 });
	expect(await limiter.take('x', 'a', two, 20_500)).toEqual({ left: 0, seconds: 40 });
	await expect(limiter.take('x', 'a', two, 59_999)).rejects.toMatchObject({
		retryAfter: 1,
		sentence: expect.stringContaining('Try again in 1 second.')
	});
	expect(await limiter.take('x', 'a', two, 60_000)).toEqual({ left: 1, seconds: 60 });
});

test('of simultaneous tries only the allowed number passes', async () => {
	const limiter = new MemoryLimiter();
	const tries = Array.from({ length: 20 }, () => limiter.take('sign-in', 'a', limit, 0));
	const settled = await Promise.allSettled(tries);
	expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
});

test('a try that was no failure is refunded', async () => {
	const limiter = new MemoryLimiter();
	for (let tries = 0; tries < 9; tries += 1) {
		await limiter.take('sign-in', 'a', limit, 0);
		await limiter.refund('sign-in', 'a');
	}
});

test('its memory is bounded', async () => {
	const limiter = new MemoryLimiter(10);
	for (let each = 0; each < 1000; each += 1) await limiter.take('x', String(each), limit, 0);
	await limiter.take('x', '0', { most: 1, minutes: 1 }, 0);
	await expect(limiter.take('x', '999', { most: 1, minutes: 1 }, 0)).rejects.toThrow();
});

test.each([
	['203.0.113.77', '203.0.113.0/24'],
	['::ffff:203.0.113.77', '203.0.113.0/24'],
	['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
	['2001:db8:1:2::9', '2001:db8:1:2::/64'],
	['::1', '0:0:0:0::/64']
])('%s is of %s', (address, network) => {
	expect(networkOf(address)).toBe(network);
});

test('back-off: some tries are free, then waits double up to the longest, and the count expires', async () => {
	const limiter = new MemoryLimiter();
	const pace = { free: 2, longest: 5, minutes: 1 };
	const slow = (second: number) => limiter.slow('x', 'a', pace, second * 1000);
	await slow(0);
	await slow(0);
	await expect(slow(0)).rejects.toMatchObject({
		code: 'x.too-many',
		retryAfter: 1,
		sentence: expect.stringContaining('Try again in 1 second.')
	});
	await slow(1);
	await expect(slow(2)).rejects.toMatchObject({ retryAfter: 1 });
	await slow(3);
	await expect(slow(3)).rejects.toMatchObject({ retryAfter: 4 });
	await slow(7);
	await expect(slow(7)).rejects.toMatchObject({ retryAfter: 5 });
	await limiter.slow('x', 'b', pace, 7000);
	await slow(67);
	await slow(67);
	await limiter.clear('x', 'a');
	await slow(67);
});

test('many counts of one kind, or many small ones, evict no large count of another kind', async () => {
	const limiter = new MemoryLimiter(100);
	const pace = { free: 2, longest: 60, minutes: 60 };
	await limiter.slow('sign-in', 'everywhere mara', pace, 0);
	await limiter.slow('sign-in', 'everywhere mara', pace, 0);
	for (let at = 0; at < 5000; at += 1) {
		await limiter.take('key', `network ${String(at)}`, limit, 0);
		await limiter.slow('sign-in', `network ${String(at)}`, pace, 0);
	}
	await expect(limiter.slow('sign-in', 'everywhere mara', pace, 0)).rejects.toMatchObject({
		kind: 'too-many'
	});
});
