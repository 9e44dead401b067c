import { expect, test } from 'vitest';
import { mailtoOf } from './mailto.ts';

test('an address stays as one knows it', () => {
	expect(mailtoOf('joan@harbour.example')).toBe('mailto:joan@harbour.example');
	expect(mailtoOf('')).toBe('mailto:');
});

test('an address cannot bring fields of its own', () => {
	expect(mailtoOf('joan@harbour.example?bcc=eve@elsewhere.example&body=hello')).toBe(
		'mailto:joan%40harbour.example%3Fbcc%3Deve@elsewhere.example%26body%3Dhello'
	);
	expect(mailtoOf('a,b@harbour.example')).toBe('mailto:a%2Cb@harbour.example');
	expect(mailtoOf('no address?cc=x')).toBe('mailto:no%20address%3Fcc%3Dx');
});

test('subject and text are brought along, line ends as mail has them', () => {
	expect(mailtoOf('joan@harbour.example', 'Tea & talk', 'One\nTwo')).toBe(
		'mailto:joan@harbour.example?subject=Tea%20%26%20talk&body=One%0D%0ATwo'
	);
});
