import { expect, test } from 'vitest';
import { Limiter, networkOf } from './limiter.ts';

const limit = { most: 3, minutes: 15 };

test('the fourth within the window is refused with the time to wait, and the window ends', () => {
	const limiter = new Limiter();
	for (let tries = 0; tries < 3; tries += 1) {
		limiter.check('sign-in', 'a', limit, 0);
		limiter.count('sign-in', 'a', limit, 0);
	}
	expect(() => {
		limiter.check('sign-in', 'a', limit, 60_000);
	}).toThrow(expect.objectContaining({ kind: 'too-many', retryAfter: 14 * 60 }));
	limiter.check('sign-in', 'b', limit, 60_000);
	limiter.check('sign-in', 'a', limit, 15 * 60_000);
});

test('what turned out well is given back', () => {
	const limiter = new Limiter();
	for (let tries = 0; tries < 9; tries += 1) {
		limiter.check('sign-in', 'a', limit, 0);
		limiter.count('sign-in', 'a', limit, 0);
		limiter.refund('sign-in', 'a');
	}
});

test('its memory is bounded', () => {
	const limiter = new Limiter(10);
	for (let each = 0; each < 1000; each += 1) limiter.count('x', String(each), limit, 0);
	limiter.check('x', '0', { most: 1, minutes: 1 }, 0);
	expect(() => {
		limiter.check('x', '999', { most: 1, minutes: 1 }, 0);
	}).toThrow();
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
