import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCursor, writeCursor } from './search-cursor.ts';

test('a cursor round-trips in any script and is safe in a URL', () => {
	fc.assert(
		fc.property(
			fc.record({ phase: fc.nat(9), key: fc.string({ unit: 'grapheme' }), id: fc.uuid() }),
			(place) => {
				const cursor = writeCursor(place);
				expect(cursor).toMatch(/^[\w-]+$/);
				expect(readCursor(cursor)).toEqual(place);
			}
		)
	);
});

test('any other text is refused and never throws anything else', () => {
	fc.assert(
		fc.property(fc.string(), (text) => {
			expect(() => readCursor(`${text}!`)).toThrow('people.cursor');
		})
	);
});
