import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withTitle } from './titles.ts';

test.each([
	['', 'Editor', 'Editor'],
	['Editor', 'Copy editor', 'Editor, Copy editor'],
	['Editor, ', 'Copy editor', 'Editor, Copy editor'],
	['Editor\nWriter', 'Copy editor', 'Editor\nWriter\nCopy editor'],
	['Editor; copy EDITOR', 'Copy editor', 'Editor; copy EDITOR'],
	['Copy editor', 'Editor', 'Copy editor, Editor']
])('"%s" with %s', (titles, title, expected) => {
	expect(withTitle(titles, title)).toBe(expected);
});

test('adding twice is adding once, and nothing is lost', () => {
	const title = fc.stringMatching(/^[A-Za-z][a-z ]{0,10}[a-z]$/);
	fc.assert(
		fc.property(fc.array(title), title, (before, added) => {
			const once = withTitle(before.join(', '), added);
			expect(withTitle(once, added)).toBe(once);
			const result = once.split(', ').map((each) => each.toLowerCase());
			for (const each of [...before, added]) expect(result).toContain(each.toLowerCase());
		})
	);
});
