import fc from 'fast-check';
import { expect, test } from 'vitest';
import { credentialOf, KnownCredentials } from './known-credentials.ts';

const page = (cookie?: string) => credentialOf({ path: '/', cookie }, 'imago_session');
const program = (authorization?: string) =>
	credentialOf({ path: '/mcp', authorization, cookie: 'imago_session=a.b' }, 'imago_session');

test('a page is identified by its session, a program by its key, never the other way round', () => {
	expect(page('theme=dark; imago_session=token.signature; other=imago_session=c')).toBe('token');
	expect(page('theme=dark')).toBeUndefined();
	expect(page()).toBeUndefined();
	expect(program('Bearer imago_x')).toBe('imago_x');
	expect(program()).toBeUndefined();
	expect(page('imago_session=')).toBeUndefined();
	const both = { cookie: 'imago_session=token.b', authorization: 'Bearer x' };
	expect(credentialOf({ path: '/api/v1/people', ...both }, 'imago_session')).toBe('x');
	expect(credentialOf({ path: '/people', ...both }, 'imago_session')).toBe('token');
	// In another spelling, the path leads to the same route in SvelteKit.
	for (const path of ['/api/%761/people', '/%61pi/v1/people', '/%6dcp']) {
		expect(credentialOf({ path, ...both }, 'imago_session')).toBe('x');
	}
	expect(credentialOf({ path: '/%', ...both }, 'imago_session')).toBe('token');
});

/** Replaces some letters by their percent-encoding, which means the same in a cookie. */
const encoded = (text: string, letters: readonly boolean[]): string =>
	[...text]
		.map((letter, at) => (letters[at] ? `%${letter.charCodeAt(0).toString(16)}` : letter))
		.join('');

test('another spelling of a credential is the same credential', () => {
	const letters = fc.array(fc.boolean(), { maxLength: 20 });
	const word = fc.stringMatching(/^[A-Za-z0-9_-]{1,20}$/);
	fc.assert(
		fc.property(letters, word, fc.boolean(), (chosen, signature, lower) => {
			const value = `${encoded('token_of-mara', chosen)}.${signature}`;
			expect(page(`imago_session=${value}`)).toBe('token_of-mara');
			expect(program(`${lower ? 'bearer' : 'BEARER'} imago_x ${signature}`)).toBe('imago_x');
		})
	);
});

test('a valid credential is remembered until it is invalid, ten thousand at most', () => {
	const known = new KnownCredentials();
	known.note('key', 'mara');
	known.note('session', 'mara');
	expect([known.workspaceOf('key'), known.workspaceOf('session')]).toEqual(['mara', 'mara']);
	known.note('session', undefined);
	expect(known.workspaceOf('session')).toBeUndefined();
	for (let at = 0; at < 10_000; at += 1) known.note(String(at), 'nadia');
	expect(known.workspaceOf('key')).toBeUndefined();
	expect(known.workspaceOf('0')).toBe('nadia');
});
