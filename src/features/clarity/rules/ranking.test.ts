import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mayAddCriterion } from './criteria.ts';
import { moveTo } from './ranking.ts';

const list = ['words', 'people', 'income', 'place'].map((id) => ({ id }));
const ids = (entries: readonly { id: string }[]): string => entries.map(({ id }) => id).join(' ');

describe('ranking', () => {
	it('moves to a rank', () => {
		expect(ids(moveTo(list, 'income', 1))).toBe('income words people place');
		expect(ids(moveTo(list, 'words', 3))).toBe('people income words place');
		expect(ids(moveTo(list, 'words', 99))).toBe('people income place words');
		expect(ids(moveTo(list, 'place', -3))).toBe('place words people income');
	});

	it('refuses what is not in the list any more', () => {
		expect(() => moveTo(list, 'gone', 1)).toThrow(/ranking.missing/);
	});

	it('is always a permutation, with the entry at the requested rank', () => {
		const any = fc
			.uniqueArray(fc.string(), { minLength: 1, maxLength: 9 })
			.map((texts) => texts.map((id) => ({ id })));
		fc.assert(
			fc.property(any, fc.nat(), fc.integer({ min: -3, max: 12 }), (entries, pick, position) => {
				const [entry] = entries.slice(pick % entries.length);
				if (!entry) return;
				const moved = moveTo(entries, entry.id, position);
				expect(new Set(moved)).toEqual(new Set(entries));
				expect(moved).toHaveLength(entries.length);
				expect(moved.indexOf(entry) + 1).toBe(Math.min(Math.max(position, 1), entries.length));
			})
		);
	});
});

describe('criteria', () => {
	it('take seven, and say why an eighth does not fit', () => {
		expect(mayAddCriterion(6)).toBeUndefined();
		expect(mayAddCriterion(7)).toMatchObject({ code: 'criteria.seven-named', status: 409 });
	});
});
