import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rangesOf } from './ip-addresses.ts';
import { OutboundFailure } from './failure.ts';
import { verifyAddresses, verifyUrl } from './address-policy.ts';
import { outboundSettings } from './settings.ts';

const strict = { ...outboundSettings(), allowed: rangesOf([]) };
const withAllowed = { ...strict, allowed: rangesOf(['127.0.0.0/8', '10.0.0.0/8', 'fd00::/8']) };

test.each([
	['no address', 'hooks'],
	['another way of calling', 'ftp://example.com/'],
	['another way of calling', 'file:///etc/passwd'],
	['script', 'javascript:alert(1)'],
	['a password in it', 'https://mara:secret@example.com/'],
	['a name in it', 'https://mara@example.com/'],
	['the port of mail', 'https://example.com:25/'],
	['the port of shells', 'https://example.com:22/'],
	['this machine', 'https://127.0.0.1/'],
	['this machine by name', 'https://localhost/'],
	['this machine by name, in capitals', 'https://LOCALHOST/'],
	['this machine by name, with a dot', 'https://localhost./'],
	['this machine below its name', 'https://api.localhost/'],
	['this machine in one number', 'https://2130706433/'],
	['this machine in base 16', 'https://0x7f000001/'],
	['this machine in base 8', 'https://0177.0.0.1/'],
	['this machine in short', 'https://127.1/'],
	['this machine in full-width digits', 'https://１２７.0.0.1/'],
	['this machine with a dot', 'https://127.0.0.1./'],
	['nowhere', 'https://0/'],
	['this machine in IPv6', 'https://[::1]/'],
	['this machine inside IPv6', 'https://[::ffff:127.0.0.1]/'],
	['a cloud’s own data', 'https://169.254.169.254/latest/meta-data/'],
	['a neighbour', 'https://192.168.1.1/'],
	['http to everybody', 'http://93.184.215.14/'],
	['http to a name', 'http://hooks.example/']
])('%s is refused: %s', (_, url) => {
	expect(() => verifyUrl(url, strict)).toThrow(OutboundFailure);
});

test.each([
	'https://example.com/imago',
	'https://example.com:8443/imago?token=x',
	'https://bücher.example/',
	'https://93.184.215.14/',
	'https://[2606:4700:4700::1111]/'
])('%s is fine', (url) => {
	expect(verifyUrl(url, strict).url.href).toBe(new URL(url).href);
});

test('an address that the host allows may be called, over http too', () => {
	expect(verifyUrl('http://127.0.0.1:8080/', withAllowed)).toMatchObject({
		host: '127.0.0.1',
		port: 8080
	});
	expect(verifyUrl('http://localhost:8080/', withAllowed).host).toBe('localhost');
	expect(verifyUrl('http://[fd00::7]/', withAllowed).host).toBe('fd00::7');
	expect(verifyUrl('http://[::ffff:10.1.2.3]/', withAllowed).port).toBe(80);
	expect(verifyUrl('http://intranet.example/', withAllowed).port).toBe(80);
	expect(() => verifyUrl('https://192.168.1.1/', withAllowed)).toThrow(/IMAGO_OUTBOUND_ALLOW/);
	expect(() => verifyUrl('http://127.0.0.1:25/', withAllowed)).toThrow(/Port 25/);
});

test('one private address among many refuses the name, in any position', () => {
	const target = verifyUrl('https://hooks.example/', strict);
	const open = ['93.184.215.14', '2606:4700:4700::1111', '1.1.1.1'];
	expect(() => {
		verifyAddresses(target, open, strict);
	}).not.toThrow();
	const hidden = fc.constantFrom('127.0.0.1', '::1', '10.0.0.9', '::ffff:192.168.0.1', 'fe80::1%2');
	fc.assert(
		fc.property(hidden, fc.nat(open.length), (address, place) => {
			expect(() => {
				verifyAddresses(target, open.toSpliced(place, 0, address), strict);
			}).toThrow(OutboundFailure);
		})
	);
});

test('a name without an address may have one later', () => {
	const target = verifyUrl('https://hooks.example/', strict);
	expect(() => {
		verifyAddresses(target, [], strict);
	}).toThrow(expect.objectContaining({ kind: 'call' }));
});
