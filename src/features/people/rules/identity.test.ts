import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normaliseEmail, normaliseProfile } from './identity.ts';

describe('normaliseEmail', () => {
	test.each([
		[' Anna.Bell@Post.Example ', 'anna.bell@post.example'],
		['a+b@x.y.example', 'a+b@x.y.example'],
		['jürgen@müller.example', 'jürgen@müller.example']
	])('%s', (text, email) => {
		expect(normaliseEmail(text)).toBe(email);
	});

	test.each([
		'',
		'anna',
		'anna@',
		'@post.example',
		'anna@post',
		'a@b@post.example',
		'a@post.example, b@post.example',
		'a@post.example ::: b@post.example',
		'Anna <a@post.example>',
		'a b@post.example',
		'a@post..example',
		'a@-post.example',
		'a@127.0.0.1',
		'a\u0001@post.example',
		'a@post.ex\u202eample',
		`${'a'.repeat(65)}@post.example`
	])('refuses %j', (text) => {
		expect(normaliseEmail(text)).toBeUndefined();
	});
});

describe('normaliseProfile', () => {
	test.each([
		'https://www.linkedin.com/in/anna-bell-1a2b',
		'http://linkedin.com/in/anna-bell-1a2b/',
		'linkedin.com/in/Anna-Bell-1a2b',
		'HTTPS://DE.LinkedIn.com/in/ANNA-bell-1a2b?trk=x#about',
		'https://www.linkedin.com/in/anna-bell-1a2b/de',
		'https://m.linkedin.com/in/anna-bell-1a2b/',
		'https://www.linkedin.com/mwlite/in/anna-bell-1a2b',
		'//www.linkedin.com:443//in/anna-bell-1a2b',
		'  https://uk.linkedin.com/in/anna%2Dbell-1a2b/en-us/ '
	])('%s', (url) => {
		expect(normaliseProfile(url)).toBe('linkedin.com/in/anna-bell-1a2b');
	});

	test('decodes what can be decoded, and survives the rest', () => {
		expect(normaliseProfile('https://www.linkedin.com/in/J%C3%BCrgen')).toBe(
			'linkedin.com/in/jürgen'
		);
		expect(normaliseProfile('linkedin.com/in/anna-%F0%9F%8C%B8')).toBe('linkedin.com/in/anna-🌸');
		expect(normaliseProfile('linkedin.com/in/anna%ZZ')).toBe('linkedin.com/in/anna%zz');
		expect(normaliseProfile('linkedin.com/in/a%2Fb')).toBe('linkedin.com/in/a%2fb');
	});

	test.each([
		'',
		'https://www.linkedin.com/in/',
		'https://www.linkedin.com/company/birch',
		'https://linkedin.com.evil.example/in/anna',
		'https://evil.example/linkedin.com/in/anna',
		'https://notlinkedin.com/in/anna',
		'https://linkedin.com@evil.example/in/anna',
		'javascript:linkedin.com/in/anna',
		'linkedin.com/in/-'
	])('refuses %s', (url) => {
		expect(normaliseProfile(url)).toBeUndefined();
	});

	test('refuses what is too long', () => {
		expect(normaliseProfile(`linkedin.com/in/${'a'.repeat(3000)}`)).toBeUndefined();
		expect(normaliseEmail(`a@${'b'.repeat(300)}.example`)).toBeUndefined();
	});

	test('normalising twice changes nothing, whatever the slug', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }), (slug) => {
				const once = normaliseProfile(`https://www.linkedin.com/in/${slug}`);
				if (once !== undefined) expect(normaliseProfile(once)).toBe(once);
				const escaped = normaliseProfile(
					`de.linkedin.com/in/x${encodeURIComponent(slug.toWellFormed())}`
				);
				expect(escaped).toBeDefined();
				expect(normaliseProfile(escaped ?? '')).toBe(escaped);
			}),
			{ numRuns: 2000 }
		);
	});
});
