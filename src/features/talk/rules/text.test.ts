import fc from 'fast-check';
import { expect, test } from 'vitest';
import { afterText, isUnderAMinute, keepingTimeText, lengthOf } from './after-text.ts';
import { closingLine, wordsToComeBackTo } from './closing-line.ts';
import { after, anyLog, event, note, start } from '#tests/support/talk-log.ts';
import { reduceTalk } from './talk-state.ts';
import { awayText, leftText, timeText } from './time-text.ts';

const zone = 'Europe/Stockholm'; // 15:00 UTC is 16:00

test.each([
	['15:00', 'four o’clock'],
	['15:15', 'a quarter past'],
	['15:10', 'ten past four'],
	['15:25', 'twenty-five past four'],
	['15:01', '1 minute past four'],
	['15:17', '17 minutes past four'],
	['15:30', 'half past four'],
	['15:37', '23 minutes to five'],
	['15:45', 'a quarter to five'],
	['10:40', 'twenty to noon'],
	['11:00', 'noon'],
	['23:00', 'midnight'],
	['22:50', 'ten to midnight']
])('%s UTC is said "%s" in Stockholm', (time, said) => {
	expect(timeText(`2026-11-23T${time}:00.000Z`, zone)).toBe(said);
});

test('the closing line says the promise, the thanks and what comes', () => {
	expect(closingLine('Inês', after(15), zone, [])).toBe(
		'It is a quarter past, Inês, so I will stop here, as promised. Thank you for being so generous with your time. I will write and tell you how it goes.'
	);
});

test('it comes back to their latest words, without the quotes', () => {
	const { notes } = reduceTalk([
		note('gets to choose the cover', 2, 'for'),
		note('“You edit the writer first.”', 3, 'their-words'),
		note('three days of calls per page', 4, 'against'),
		note('a second income is how it is done', 5, 'for'),
		note('printer’s night shift', 5, 'a-name')
	]);
	expect(closingLine('Inês', after(15), zone, notes)).toContain(
		'You said ‘You edit the writer first’, and I will ask the next person about that.'
	);
});

test('a note that is too long is not quoted', () => {
	const { notes } = reduceTalk([note('x'.repeat(81), 2, 'their-words')]);
	expect(wordsToComeBackTo(notes)).toBeUndefined();
});

test('only the partner’s own words are quoted', () => {
	fc.assert(
		fc.property(anyLog, (log) => {
			const { notes } = reduceTalk(log);
			const words = wordsToComeBackTo(notes);
			const sayable = notes.filter(({ tag }) => tag === 'their-words');
			if (words === undefined) return;
			expect(sayable.some(({ text }) => text.includes(words))).toBe(true);
		})
	);
});

test.each([
	[14, 0, 'Your conversation took 14 minutes, as agreed.'],
	[16, 0, 'Your conversation took 16 minutes, one minute over.'],
	[1, 0, 'Your conversation took 1 minute, as agreed.'],
	[0.9, 0, 'Your conversation took less than a minute.'],
	[0.2, 0, 'Your conversation took less than a minute.'],
	[19, 5, 'Your conversation took 19 minutes: 15 agreed, 5 added.'],
	[23, 5, 'Your conversation took 23 minutes: 15 agreed, 5 added, three minutes over.']
])('%d minutes with %d offered', (minutes, extra, said) => {
	const talk = reduceTalk([
		event({ kind: 'started', agreedMinutes: 15 }),
		...(extra ? [event({ kind: 'extended', minutes: 5 }, 14)] : []),
		event({ kind: 'goodbye' }, minutes)
	]);
	expect(afterText(talk)).toBe(said);
});

test('a talk of less than a minute gets no comment on punctuality', () => {
	const begun = event({ kind: 'started', agreedMinutes: 15 });
	const ended = (minutes: number) => reduceTalk([begun, event({ kind: 'goodbye' }, minutes)]);
	expect(keepingTimeText(ended(0.9), 'Inês')).toBe('');
	expect(keepingTimeText(ended(1), 'Inês')).toMatch(/^You kept to the agreed time/);
	expect(isUnderAMinute(reduceTalk([begun]))).toBe(false);
});

test.each([
	[120, 'two minutes'],
	[116, 'two minutes'],
	[95, 'under two minutes'],
	[60, 'under two minutes'],
	[59, 'under a minute']
])('%d seconds before the end it is said as it is', (seconds, said) => {
	expect(leftText(seconds * 1000)).toBe(said);
});

test('the length and what is over add up, and overstaying is said', () => {
	const talk = reduceTalk([
		event({ kind: 'started', agreedMinutes: 15 }),
		event({ kind: 'goodbye' }, 16.6)
	]);
	expect(lengthOf(talk)).toEqual({ minutes: 17, overMinutes: 2 });
	expect(keepingTimeText(talk, 'Inês')).toMatch(/^You took two more minutes of Inês’s time/);
	expect(lengthOf(reduceTalk([]))).toEqual({ minutes: null, overMinutes: 0 });
	expect(afterText(reduceTalk([]))).toBe('');
});

test.each([
	[3, ''],
	[-5, ''],
	[20, 'in 20 minutes'],
	[180, 'in 3 hours'],
	[-120, '2 hours ago'],
	[4000, 'in 3 days']
])('%d minutes away', (minutes, said) => {
	expect(awayText(after(minutes), start)).toBe(said);
});
