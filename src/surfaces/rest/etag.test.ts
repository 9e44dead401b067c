import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseEtag, digestOfText, parseEtagList, formatEtag } from './etag.ts';

const etagContents = fc.record({
	operation: fc.stringMatching(/^[a-zA-Z]{1,12}\.[a-zA-Z]{1,12}$/),
	input: fc
		.dictionary(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }))
		.map((fields) => new URLSearchParams(fields).toString()),
	digest: fc.string().map(digestOfText)
});

test('a tag is parsed back to its content, and is a valid header value', () => {
	fc.assert(
		fc.property(etagContents, (each) => {
			const tag = formatEtag(each);
			expect(parseEtag(tag)).toEqual(each);
			expect(new Headers({ etag: tag }).get('etag')).toBe(tag);
			expect(parseEtagList(tag)).toEqual([tag]);
		})
	);
});

test('several tags are parsed, weak ones too', () => {
	fc.assert(
		fc.property(
			fc.array(fc.tuple(etagContents, fc.boolean()), { minLength: 1, maxLength: 5 }),
			(list) => {
				const tags = list.map(([each, weak]) => (weak ? 'W/' : '') + formatEtag(each));
				expect(parseEtagList(tags.join(', '))).toEqual(tags);
			}
		)
	);
});

test('any other text is no tag of ours and throws nothing', () => {
	fc.assert(
		fc.property(fc.string(), (text) => {
			expect(parseEtag(text)).toBeUndefined();
			const tags = parseEtagList(text);
			expect(tags === undefined || tags === '*' || Array.isArray(tags)).toBe(true);
		})
	);
});

test.each([
	['*', '*'],
	[' * ', '*'],
	['"a"', ['"a"']],
	['W/"a" , "b"', ['W/"a"', '"b"']],
	['"a,b"', ['"a,b"']],
	['abc', undefined],
	['"a" b', undefined],
	['', undefined]
])('the header %s', (header, tags) => {
	expect(parseEtagList(header)).toEqual(tags);
});
