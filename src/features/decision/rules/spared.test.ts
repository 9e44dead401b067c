import fc from 'fast-check';
import { expect, test } from 'vitest';
import { inAll, minutesBetween, tookOf } from './spared.ts';

test('minutes are rounded, and unknown where a talk was not ended', () => {
	const start = '2026-11-23T15:00:00.000Z';
	expect(minutesBetween(start, '2026-11-23T15:17:31.000Z')).toBe(18);
	expect(minutesBetween(start, null)).toBeNull();
	expect(minutesBetween(null, null)).toBeNull();
	expect(minutesBetween(start, '2026-11-23T14:00:00.000Z')).toBeNull();
});

test('untimed talks count as talks, not as minutes', () => {
	expect(tookOf([15, null, 20])).toEqual({ talks: 3, timed: 2, minutes: 35 });
	expect(tookOf([])).toEqual({ talks: 0, timed: 0, minutes: 0 });
});

test('without an estimate there is none in all', () => {
	const row = { themeId: 'a', talks: 2, timed: 2, minutes: 30, hours: null, words: '' };
	expect(inAll([row])).toEqual({ talks: 2, timed: 2, minutes: 30, hours: null });
	expect(inAll([row, { ...row, hours: 0 }]).hours).toBe(0);
	expect(inAll([])).toEqual({ talks: 0, timed: 0, minutes: 0, hours: null });
});

test('all is the sum of the parts', () => {
	const minutes = fc.array(fc.option(fc.nat({ max: 90 })), { maxLength: 12 });
	fc.assert(
		fc.property(fc.array(fc.tuple(minutes, fc.option(fc.nat({ max: 4000 })))), (themes) => {
			const rows = themes.map(([each, hours], index) => ({
				themeId: String(index),
				...tookOf(each),
				hours,
				words: ''
			}));
			const all = inAll(rows);
			expect(all.minutes).toBe(tookOf(themes.flatMap(([each]) => each)).minutes);
			expect(all.hours).toBe(
				themes.every(([, hours]) => hours === null)
					? null
					: themes.reduce((sum, [, hours]) => sum + (hours ?? 0), 0)
			);
		})
	);
});
