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
	[{}, 'No deliveries yet', 'plain'],
	[{ lastOkAt: at }, 'Last delivered 23 November, 09:00', 'done'],
	[{ lastOkAt: at, failingSince: at }, 'Failing since 23 November, 09:00', 'due'],
	[{ pausedAt: at, pausedBecause: 'person' }, 'Paused since 23 November, 09:00', 'plain'],
	[
		{ pausedAt: at, pausedBecause: 'gone', failingSince: at },
		'Paused since 23 November, 09:00: your program wants no more events',
		'due'
	],
	[
		{ pausedAt: at, pausedBecause: 'failing', failingSince: at },
		'Paused since 23 November, 09:00: deliveries failed for five days',
		'due'
	]
])('%j is %s', (dates, text, tone) => {
	const none = { pausedAt: null, pausedBecause: null, failingSince: null, lastOkAt: null };
	expect(stateText({ ...none, ...dates }, zone)).toEqual({ text, tone });
});

test.each([
	[{ nextTryAt: at }, 'Not sent yet'],
	[{ deliveredAt: at, attempts: 1 }, 'Delivered 23 November, 09:00'],
	[{ deliveredAt: at, attempts: 3 }, 'Delivered 23 November, 09:00, at attempt 3'],
	[
		{ nextTryAt: at, attempts: 1, failure: 'Your program answered 500.' },
		'Your program answered 500. 1 attempt so far, the next on 23 November, 09:00.'
	],
	[
		{ failedAt: at, attempts: 8, failure: 'Your program answered 500.' },
		'Failed after 8 attempts. Your program answered 500.'
	]
])('%j is %s', (dates, text) => {
	const none = { deliveredAt: null, failedAt: null, nextTryAt: null, attempts: 0, failure: null };
	expect(deliveryText({ ...none, ...dates }, zone)).toBe(text);
});
