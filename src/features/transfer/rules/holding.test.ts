import fc from 'fast-check';
import { expect, test } from 'vitest';
import { heldText, isEmpty } from './holding.ts';

test('automatically generated rows leave a workspace empty', () => {
	expect(
		isEmpty([
			{ table: 'audit_events', rows: 12 },
			{ table: 'holidays', rows: 30 }
		])
	).toBe(true);
	expect(isEmpty([{ table: 'pauses', rows: 1 }])).toBe(false);
	expect(isEmpty([])).toBe(true);
});

test.each([
	[[], 'nothing yet'],
	[[{ table: 'people', rows: 1 }], '1 person'],
	[[{ table: 'pauses', rows: 1 }], '1 entry'],
	[
		[
			{ table: 'goals', rows: 2 },
			{ table: 'themes', rows: 3 },
			{ table: 'people', rows: 12_400 },
			{ table: 'audit_events', rows: 900 }
		],
		'12,400 people, 3 themes and 2 other entries'
	]
])('%j is said as %s', (holds, words) => {
	expect(heldText(holds)).toBe(words);
});

test('an empty one is the only one that holds nothing', () => {
	const held = fc.record({
		table: fc.constantFrom('people', 'goals', 'audit_events', 'holidays', 'themes'),
		rows: fc.nat(3)
	});
	fc.assert(
		fc.property(fc.uniqueArray(held, { selector: ({ table }) => table }), (holds) => {
			expect(heldText(holds) === 'nothing yet').toBe(isEmpty(holds));
		})
	);
});
