import { expect, test } from 'vitest';
import { addressReader } from './client-address.ts';

const read = addressReader(['10.0.0.0/8', '2001:db8::1']);

test.each([
	['198.51.100.9', '203.0.113.5', '198.51.100.9', 'a client that brings the header itself'],
	['10.0.0.2', '203.0.113.5', '203.0.113.5', 'one proxy'],
	['10.0.0.2', '6.6.6.6, 203.0.113.5, 10.1.1.1', '203.0.113.5', 'a forged first hop, two proxies'],
	['10.0.0.2', 'nonsense', '10.0.0.2', 'what is no address'],
	['10.0.0.2', null, '10.0.0.2', 'no header'],
	['::ffff:10.0.0.2', '203.0.113.5', '203.0.113.5', 'a mapped proxy'],
	['2001:db8::1', '2001:db8:9::7', '2001:db8:9::7', 'a proxy of the newer kind']
])('%s with %s is %s, %s', (peer, header, expected, why) => {
	expect([why, read(peer, header)]).toEqual([why, expected]);
});

test('without trusted proxies the header counts for nothing', () => {
	expect(addressReader([])('10.0.0.2', '203.0.113.5')).toBe('10.0.0.2');
});
