import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressOf, isPublic, rangesOf } from './ip-addresses.ts';

const judged = (text: string): boolean | undefined => {
	const address = addressOf(text);
	return address && isPublic(address);
};

describe('public addresses', () => {
	test.each([
		'1.1.1.1',
		'9.255.255.255',
		'11.0.0.0',
		'93.184.215.14',
		'100.63.255.255',
		'100.128.0.0',
		'126.255.255.255',
		'128.0.0.0',
		'169.253.255.255',
		'172.15.255.255',
		'172.32.0.0',
		'192.0.1.1',
		'192.167.255.255',
		'198.17.255.255',
		'198.20.0.0',
		'223.255.255.255',
		'2606:4700:4700::1111',
		'2001:4860:4860::8888',
		'2a00:1450:4001:81b::200e',
		'64:ff9b::1.1.1.1'
	])('%s', (text) => {
		expect(judged(text)).toBe(true);
	});
});

describe('private, local, multicast and documentation addresses', () => {
	test.each([
		'0.0.0.0',
		'0.1.2.3',
		'10.0.0.1',
		'10.255.255.255',
		'100.64.0.1',
		'100.127.255.255',
		'127.0.0.1',
		'127.255.255.254',
		'169.254.169.254',
		'172.16.0.1',
		'172.31.255.255',
		'192.0.0.8',
		'192.0.2.1',
		'192.88.99.1',
		'192.168.0.1',
		'198.18.0.1',
		'198.19.255.255',
		'198.51.100.7',
		'203.0.113.9',
		'224.0.0.1',
		'239.255.255.250',
		'240.0.0.1',
		'255.255.255.255',
		'::',
		'::1',
		'::127.0.0.1',
		'::ffff:127.0.0.1',
		'::ffff:7f00:1',
		'0:0:0:0:0:ffff:a00:1',
		'64:ff9b::10.0.0.1',
		'64:ff9b::7f00:1',
		'64:ff9b:1::1',
		'100::1',
		'2001::1',
		'2001:2::1',
		'2001:10::1',
		'2001:20::1',
		'2001:db8::1',
		'2002:7f00:1::',
		'2002:c0a8:101::1',
		'3fff::1',
		'4000::1',
		'5f00::1',
		'fc00::1',
		'fd12:3456:789a::1',
		'fe80::1',
		'fec0::1',
		'ff02::1'
	])('%s', (text) => {
		expect(judged(text)).toBe(false);
	});
});

test.each(['', 'example.com', '1.2.3', '0x7f.1', '2130706433', 'fe80::1%eth0', '[::1]', '::g'])(
	'%j is no address',
	(text) => {
		expect(addressOf(text)).toBeUndefined();
	}
);

const four = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255), fc.nat(255));
const hex = (high: number, low: number): string => ((high << 8) | low).toString(16);

test('an IPv4 address is treated alike in every IPv6 form that embeds it', () => {
	fc.assert(
		fc.property(four, ([a, b, c, d]) => {
			const plain = `${a}.${b}.${c}.${d}`;
			const groups = `${hex(a, b)}:${hex(c, d)}`;
			const forms = [
				`::ffff:${plain}`,
				`::ffff:${groups}`,
				`::FFFF:${groups.toUpperCase()}`,
				`0:0:0:0:0:ffff:${groups}`,
				`0000:0000:0000:0000:0000:ffff:${plain}`,
				`64:ff9b::${plain}`,
				`0064:ff9b:0:0:0:0:${groups}`
			];
			for (const form of forms) {
				expect(addressOf(form)).toEqual({ text: plain, family: 'ipv4' });
				expect([form, judged(form)]).toEqual([form, judged(plain)]);
			}
			// Deprecated notations are refused whatever address they embed.
			expect(judged(`::${plain}`)).toBe(false);
			expect(judged(`2002:${groups}::1`)).toBe(false);
		})
	);
});

test('nothing outside 2000::/3 is public but an embedded public IPv4 address', () => {
	const eight = fc.array(fc.nat(0xffff), { minLength: 8, maxLength: 8 });
	fc.assert(
		fc.property(eight, (groups) => {
			const text = groups.map((group) => group.toString(16)).join(':');
			const address = addressOf(text);
			if (!address || address.family === 'ipv4') return;
			if (isPublic(address)) expect((groups[0] ?? 0) >> 13).toBe(1);
		})
	);
});

test('ranges contain their addresses, single addresses too', () => {
	const list = rangesOf(['10.1.0.0/16', '192.168.7.7', 'fd00::/8']);
	expect(list.check('10.1.255.1', 'ipv4')).toBe(true);
	expect(list.check('10.2.0.1', 'ipv4')).toBe(false);
	expect(list.check('192.168.7.7', 'ipv4')).toBe(true);
	expect(list.check('192.168.7.8', 'ipv4')).toBe(false);
	expect(list.check('fd12::1', 'ipv6')).toBe(true);
});
