import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Refusal } from '#kernel/refusal.ts';
import { LONGEST_LINK, webLink } from './link.ts';

describe('webLink', () => {
	it.each([
		['https://Example.ORG', 'https://example.org/'],
		['  http://example.org:80/a b ', 'http://example.org/a%20b'],
		['example.org/team#masthead', 'https://example.org/team#masthead'],
		['example.org:8443/x', 'https://example.org:8443/x'],
		['www.maré-alta.pt', 'https://www.xn--mar-alta-d1a.pt/']
	])('keeps %s as %s', (typed, stored) => {
		expect(webLink(typed)).toBe(stored);
	});

	it.each([
		'',
		'masthead',
		'the corrections page',
		'javascript:alert(1)',
		'java\nscript:alert(1)',
		'JAVASCRIPT://example.org/%0aalert(1)',
		'data:text/html,x',
		'file:///etc/passwd',
		'mailto:ines@example.org',
		'tel:112',
		'https://'
	])('refuses %s', (typed) => {
		expect(() => webLink(typed)).toThrow(/sources.link:/);
	});

	it('refuses what is too long, also when it only becomes so', () => {
		expect(() => webLink(`https://example.org/${'x'.repeat(LONGEST_LINK)}`)).toThrow(Refusal);
		expect(() => webLink(`https://example.org/${'é'.repeat(LONGEST_LINK / 3)}`)).toThrow(Refusal);
	});

	it('refuses a link that carries a password', () => {
		expect(() => webLink('https://mara:secret@example.org')).toThrow(/sources.link-secret/);
		expect(() => webLink('mara@example.org')).toThrow(/sources.link-secret/);
	});

	it('lets nothing through but web pages, and is settled after once', () => {
		const any = fc.oneof(
			fc.webUrl(),
			fc.string(),
			fc.string().map((text) => `${text}:${text}`)
		);
		fc.assert(
			fc.property(any, (typed) => {
				try {
					const link = webLink(typed);
					expect(link).toMatch(/^https?:\/\//);
					expect(webLink(link)).toBe(link);
				} catch (error) {
					if (!(error instanceof Refusal)) throw error;
				}
			}),
			{ numRuns: 50 }
		);
	});
});
