import { expect, test } from 'vitest';
import { eventTypes, subscribable } from '#kernel/event-types.ts';
import { deliveryText, hostOf, nounLabels, stateText, verbText, wantText } from './text.ts';

const zone = 'Europe/Stockholm';
const at = '2026-11-23T08:00:00.000Z';

test('each subject of events has a label', () => {
	expect(Object.keys(nounLabels)).toEqual(Object.keys(eventTypes));
	for (const want of subscribable) expect(wantText(want)).not.toMatch(/\.|\*|undefined/);
	expect(wantText('meetings.movedBack')).toBe('Meetings: moved back');
	expect(wantText('themes.*')).toBe('Themes');
	expect(verbText('markedDoNotContact')).toBe('marked do not contact');
});

test('only where an address leads is shown, not what may be secret in it', () => {
	expect(hostOf('https://hooks.example:8443/T0/B0/secret?token=x')).toBe('hooks.example:8443');
});

test.each([
	[{}, 'Nothing arrived there yet', 'plain'],
	[{ lastOkAt: at }, 'Last arrived 23 November, 09:00', 'done'],
	[{ lastOkAt: at, failingSince: at }, 'Failing since 23 November, 09:00', 'due'],
	[{ pausedAt: at, pausedBecause: 'person' }, 'Paused since 23 November, 09:00', 'plain'],
	[
		{ pausedAt: at, pausedBecause: 'gone', failingSince: at },
		'Paused since 23 November, 09:00: it answered that it wants no more',
		'due'
	],
	[
		{ pausedAt: at, pausedBecause: 'failing', failingSince: at },
		'Paused since 23 November, 09:00: nothing arrived for five days',
		'due'
	]
])('%j is %s', (dates, text, tone) => {
	const none = { pausedAt: null, pausedBecause: null, failingSince: null, lastOkAt: null };
	expect(stateText({ ...none, ...dates }, zone)).toEqual({ text, tone });
});

test.each([
	[{ nextTryAt: at }, 'On its way'],
	[{ deliveredAt: at, attempts: 1 }, 'Arrived 23 November, 09:00'],
	[{ deliveredAt: at, attempts: 3 }, 'Arrived 23 November, 09:00, at the 3. try'],
	[
		{ nextTryAt: at, attempts: 1, failure: 'It answered 500.' },
		'It answered 500. 1 try so far, the next 23 November, 09:00.'
	],
	[
		{ failedAt: at, attempts: 8, failure: 'It answered 500.' },
		'Failed after 8 tries. It answered 500.'
	]
])('%j is %s', (dates, text) => {
	const none = { deliveredAt: null, failedAt: null, nextTryAt: null, attempts: 0, failure: null };
	expect(deliveryText({ ...none, ...dates }, zone)).toBe(text);
});
