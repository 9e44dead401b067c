import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isId, makeId } from './id.ts';

test('every id is a UUIDv7 that begins with its time', () => {
	fc.assert(
		fc.property(
			fc.integer({ min: 0, max: 2 ** 48 - 1 }),
			fc.uint8Array({ minLength: 10, maxLength: 10 }),
			(millis, random) => {
				const id = makeId(millis, random);
				expect(isId(id)).toBe(true);
				expect(Number.parseInt(id.replace('-', '').slice(0, 12), 16)).toBe(millis);
			}
		)
	);
});

test.each([
	'',
	'x',
	'01938b6c-0000-4000-8000-000000000001',
	'01938B6C-0000-7000-8000-000000000001'
])('%s is no id', (text) => {
	expect(isId(text)).toBe(false);
});
