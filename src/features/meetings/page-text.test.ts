import { expect, test } from 'vitest';
import { changedText } from './page-text.ts';
import { prefilledFrom } from './rules/prefilled.ts';
import { stateOf } from './rules/state.ts';
import { meetingWith } from '#tests/support/invitations.ts';

test('a change asks to open the file again, the first version says nothing', () => {
	expect(changedText(0)).toBe('');
	expect(changedText(1)).toContain('One change since you agreed.');
	expect(changedText(2)).toContain('Two changes since you agreed.');
});

test.each([
	['closed', { closedAt: 'x', heldAt: 'x' }, true, true],
	['held', { closedAt: null, heldAt: 'x' }, true, true],
	['agreed', { closedAt: null, heldAt: null }, true, true],
	['cancelled', { closedAt: null, heldAt: null }, false, true],
	['open', { closedAt: null, heldAt: null }, false, false]
] as const)('the page is %s', (state, facts, kept, off) => {
	const meeting = kept ? meetingWith() : undefined;
	const called = off ? meetingWith() : undefined;
	expect(stateOf(facts, meeting, called, '2026-12-01T15:14:00.000Z')).toBe(state);
});

test('a talk is past when it should be over', () => {
	const facts = { closedAt: null, heldAt: null };
	expect(stateOf(facts, meetingWith(), undefined, '2026-12-01T15:15:00.000Z')).toBe('past');
});

test('an agreed time is shown in the present zone of the explorer', () => {
	expect(prefilledFrom(meetingWith(), 'America/Toronto')).toMatchObject({
		day: '2026-12-01',
		time: '10:00',
		clock: 'mine'
	});
	const second = meetingWith({ startsAt: '2026-10-25T01:30:00.000Z' });
	expect(prefilledFrom(second, 'Europe/Stockholm')).toMatchObject({
		time: '02:30',
		fold: 'second'
	});
});
