import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	interviewsAddress,
	newInterviewAddress,
	peopleAddress,
	personAddress
} from './page-addresses.ts';

test('a query is written as URLSearchParams writes it, without what is empty', () => {
	const text = fc.oneof(fc.string(), fc.uuid(), fc.constantFrom('', 'a b', 'é&=#?', '..', '%20'));
	fc.assert(
		fc.property(fc.dictionary(fc.constantFrom('personId', 'themeId', 'words'), text), (query) => {
			const filled = Object.entries(query).filter(([, value]) => value !== '');
			const wanted = new URLSearchParams(filled).toString();
			expect(newInterviewAddress(query)).toBe(`/interviews/new${wanted && `?${wanted}`}`);
		})
	);
});

test('what is empty or left out adds nothing', () => {
	expect(peopleAddress()).toBe('/people');
	expect(peopleAddress({})).toBe('/people');
	expect(interviewsAddress({ stage: '', after: 'x' })).toBe('/interviews?after=x');
	expect(personAddress('a/b')).toBe('/people/a%2Fb');
});
