import fc from 'fast-check';
import { expect, test } from 'vitest';
import { clockAt, clockFace, moreToTake, offsetFace, questionsLeft, type Phase } from './clock.ts';
import { after, anyLog, event, start } from '#tests/support/talk-log.ts';
import { reduceTalk } from './talk-state.ts';

const begun = reduceTalk([event({ kind: 'started', agreedMinutes: 15 })]);
const none = reduceTalk([]);
const minute = 60_000;

test('before the start the whole time lies ahead', () => {
	expect(clockAt(none, start)).toMatchObject({
		phase: 'before',
		leftMs: 15 * minute,
		endsAt: null
	});
});

test.each([
	[0, 'under-way'],
	[12.99, 'under-way'],
	[13, 'two-minutes'],
	[14.99, 'two-minutes'],
	[15, 'time-is-up'],
	[15.99, 'time-is-up'],
	[16, 'overrun']
])('after %d of 15 minutes it is %s', (minutes, phase) => {
	expect(clockAt(begun, after(minutes)).phase).toBe(phase);
});

test('the clock stands still after the goodbye', () => {
	const ended = reduceTalk([
		event({ kind: 'started', agreedMinutes: 15 }),
		event({ kind: 'goodbye' }, 16)
	]);
	expect(clockAt(ended, after(99))).toEqual(clockAt(ended, after(16)));
	expect(clockAt(ended, after(99))).toMatchObject({ phase: 'ended', overMs: minute });
});

test('a phone whose clock is behind shows no more than was agreed on', () => {
	expect(clockAt(begun, after(-30)).leftMs).toBe(15 * minute);
});

test('more is offered near the end only, and never a third time', () => {
	expect(moreToTake(none, start)).toEqual([]);
	expect(moreToTake(begun, after(10))).toEqual([]);
	expect(moreToTake(begun, after(13))).toEqual([5, 10]);
	const more = (minutes: number) => event({ kind: 'extended', minutes: 5 }, minutes);
	const twice = reduceTalk([event({ kind: 'started', agreedMinutes: 15 }), more(15), more(20)]);
	expect(moreToTake(twice, after(25))).toEqual([]);
});

test('two questions in five minutes that were offered, four in ten', () => {
	const shown = (minutes: number) =>
		event({ kind: 'question-shown', questionId: `q${minutes}`, text: `at ${minutes}` }, minutes);
	const log = [event({ kind: 'started', agreedMinutes: 15 }), shown(1)];
	expect(questionsLeft(reduceTalk(log))).toBeUndefined();
	const five = [...log, event({ kind: 'extended', minutes: 5 }, 15)];
	expect(questionsLeft(reduceTalk(five))).toBe(2);
	expect(questionsLeft(reduceTalk([...five, shown(16), shown(18), shown(19)]))).toBe(0);
	const ten = [...five, event({ kind: 'extended', minutes: 10 }, 20), shown(21)];
	expect(questionsLeft(reduceTalk(ten))).toBe(3);
});

test('texts of the clock', () => {
	expect([0, 999, 552_000, 3_661_000].map(clockFace)).toEqual(['0:00', '0:01', '9:12', '1:01:01']);
	expect([0, 291_900, 6_000_000].map(offsetFace)).toEqual(['00:00', '04:51', '100:00']);
});

const phases: readonly Phase[] = [
	'before',
	'under-way',
	'two-minutes',
	'time-is-up',
	'overrun',
	'ended'
];

test('never more than was agreed on and may be offered; phases only go forward in time', () => {
	fc.assert(
		fc.property(anyLog, fc.array(fc.integer({ min: -10, max: 120 })), (log, minutes) => {
			const state = reduceTalk(log);
			const most = (state.agreedMinutes + 20) * minute;
			const seen = minutes
				.sort((one, other) => one - other)
				.map((each) => clockAt(state, after(each)));
			for (const { leftMs, overMs, totalMs } of seen) {
				expect(totalMs).toBeLessThanOrEqual(most);
				expect(leftMs).toBeGreaterThanOrEqual(0);
				expect(leftMs).toBeLessThanOrEqual(totalMs);
				expect(leftMs === 0 || overMs === 0).toBe(true);
			}
			const places = seen.map(({ phase }) => phases.indexOf(phase));
			expect(places).toEqual(places.toSorted((one, other) => one - other));
		})
	);
});
