import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCursor, writeCursor } from './cursor.ts';

const values = fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer()), {
	minLength: 1,
	maxLength: 4
});

function kindsOf(place: readonly (string | number)[]): ('string' | 'number')[] {
	return place.map((value) => (typeof value === 'number' ? 'number' : 'string'));
}

test('a cursor is decoded to its position, in any script, and is URL-safe', () => {
	fc.assert(
		fc.property(values, (place) => {
			const cursor = writeCursor('people', place);
			expect(cursor).toMatch(/^[\w-]+$/);
			expect(readCursor('people', kindsOf(place), cursor)).toEqual(place);
		})
	);
});

test('the cursor of another list, of another length or with other values is refused', () => {
	fc.assert(
		fc.property(values, (place) => {
			const cursor = writeCursor('asks', place);
			expect(() => readCursor('people', kindsOf(place), cursor)).toThrow('people.cursor');
			expect(() => readCursor('asks', [...kindsOf(place), 'string'], cursor)).toThrow(
				'asks.cursor'
			);
			const others = kindsOf(place).map((kind) => (kind === 'number' ? 'string' : 'number'));
			expect(() => readCursor('asks', others, cursor)).toThrow('asks.cursor');
		})
	);
});

test('any other text is refused and never throws anything else', () => {
	fc.assert(
		fc.property(fc.string(), (text) => {
			expect(() => readCursor('asks', ['string'], text)).toThrow('asks.cursor');
		})
	);
});
