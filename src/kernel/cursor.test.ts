import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCursor, writeCursor } from './cursor.ts';

const values = fc.array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer()), {
	minLength: 1,
	maxLength: 4
});

function kindsOf(position: readonly (string | number)[]): ('string' | 'number')[] {
	return position.map((value) => (typeof value === 'number' ? 'number' : 'string'));
}

test('a cursor is decoded to its position, in any script, and is URL-safe', () => {
	fc.assert(
		fc.property(values, (position) => {
			const cursor = writeCursor('people', position);
			expect(cursor).toMatch(/^[\w-]+$/);
			expect(readCursor('people', kindsOf(position), cursor)).toEqual(position);
		})
	);
});

test('the cursor of another list, of another length or with other values is refused', () => {
	fc.assert(
		fc.property(values, (position) => {
			const cursor = writeCursor('people', position);
			expect(() => readCursor('favours', kindsOf(position), cursor)).toThrow('favours.cursor');
			expect(() => readCursor('people', [...kindsOf(position), 'string'], cursor)).toThrow(
				'people.cursor'
			);
			const others = kindsOf(position).map((kind) => (kind === 'number' ? 'string' : 'number'));
			expect(() => readCursor('people', others, cursor)).toThrow('people.cursor');
		})
	);
});

test('any other text is refused and never throws anything else', () => {
	fc.assert(
		fc.property(fc.string(), (text) => {
			expect(() => readCursor('people', ['string'], text)).toThrow('people.cursor');
		})
	);
});
