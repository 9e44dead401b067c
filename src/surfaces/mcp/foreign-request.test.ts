import fc from 'fast-check';
import { expect, test } from 'vitest';
import { refuseForeignRequest } from './foreign-request.ts';

const config = { origin: 'https://imago.example' };

function statusFor(headers: Record<string, string>): number | undefined {
	return refuseForeignRequest(new Request('http://x.example/mcp', { headers }), config)?.status;
}

test('our own name and loopback names are answered, whatever their port', () => {
	for (const host of ['imago.example', 'localhost:4321', '127.0.0.1:9', '[::1]:4322']) {
		expect([host, statusFor({ host })]).toEqual([host, undefined]);
	}
});

test('any other host is refused, also a similar one', () => {
	for (const host of [
		'',
		'evil.example',
		'imago.example:8443',
		'imago.example.evil.example',
		'localhost.evil.example:4321',
		'127.0.0.1.evil.example:4321',
		'evil.example:4321'
	]) {
		expect([host, statusFor(host ? { host } : {})]).toEqual([host, 421]);
	}
	fc.assert(
		fc.property(fc.domain(), fc.option(fc.nat(65535)), (name, port) => {
			fc.pre(name !== 'imago.example');
			expect(statusFor({ host: port === null ? name : `${name}:${port}` })).toBe(421);
		})
	);
});

test('an Origin must be our own, or absent', () => {
	const host = 'imago.example';
	expect(statusFor({ host, origin: 'https://imago.example' })).toBeUndefined();
	for (const origin of ['null', 'http://imago.example', 'https://evil.example', '']) {
		expect([origin, statusFor({ host, origin })]).toEqual([origin, 403]);
	}
	fc.assert(
		fc.property(fc.domain(), fc.constantFrom('http', 'https'), (name, scheme) => {
			fc.pre(`${scheme}://${name}` !== config.origin);
			expect(statusFor({ host, origin: `${scheme}://${name}` })).toBe(403);
		})
	);
});
