import fc from 'fast-check';
import { expect, test } from 'vitest';
import { talkEvent } from '../schemas.ts';
import { bodyOf, inOrder, sameEvent, type TalkEvent } from './events.ts';
import { readEvent } from './read-event.ts';
import { anyLog, event, idOf, note } from '#tests/support/talk-log.ts';

test('an event is read with its own fields and no others', () => {
	const made = note('You edit the writer first', 3, 'their-words');
	expect(readEvent({ ...made, workspaceId: 'someone else’s' })).toEqual(made);
});

test('a note without mark and question is one', () => {
	const { tag, question, ...bare } = note('three days of calls');
	expect(readEvent(bare)).toEqual({ ...bare, tag, question });
});

test.each([
	['nothing', null],
	['a text', 'note'],
	['no kind', { ...note('x'), kind: undefined }],
	['a kind of everything', { ...note('x'), kind: 'constructor' }],
	['an id of another make', { ...note('x'), id: '1' }],
	['no instant', { ...note('x'), at: '2026-11-23' }],
	['an impossible instant', { ...note('x'), at: '2026-13-45T99:00:00.000Z' }],
	['no device', { ...note('x'), device: '' }],
	['half a sequence', { ...note('x'), sequence: 0.5 }],
	['a note of nothing', { ...note('x'), text: '   ' }],
	['a note of too much', { ...note('x'), text: 'x'.repeat(2001) }],
	['an unknown mark', { ...note('x'), tag: 'maybe' }],
	['seven more minutes', { ...event({ kind: 'extended', minutes: 5 }), minutes: 7 }],
	['a count that no column holds', { ...note('x'), sequence: 2 ** 60 }],
	['no length', { ...event({ kind: 'started', agreedMinutes: 15 }), agreedMinutes: 0 }]
])('%s is no event', (_, value) => {
	expect(readEvent(value)).toBeUndefined();
});

test('events accepted by the validator match the schema', () => {
	const held = { kind: 'held', startedAt: note('x').at, minutes: 20, agreedMinutes: 15 } as const;
	fc.assert(
		fc.property(anyLog, (log) => {
			for (const each of [...log, event(held)]) {
				expect(readEvent(each)).toEqual(each);
				expect(talkEvent.safeParse(each).error).toBeUndefined();
			}
		})
	);
});

test('reading an event never throws', () => {
	fc.assert(
		fc.property(fc.anything(), (value) => {
			readEvent(value);
		})
	);
});

test('a body survives the database, and equal events are the same', () => {
	fc.assert(
		fc.property(anyLog, (log) => {
			for (const each of log) {
				const { id, device, sequence, at, kind } = each;
				const row = { ...(JSON.parse(bodyOf(each)) as object), id, device, sequence, at, kind };
				const back = readEvent(row);
				expect(back && sameEvent(back, each)).toBe(true);
			}
		})
	);
});

test('one id with two bodies counts once, whichever arrives first', () => {
	const id = idOf(7777);
	const one: TalkEvent = { ...note('one'), id };
	const other: TalkEvent = { ...one, text: 'other' };
	expect(inOrder([one, other])).toEqual(inOrder([other, one]));
	expect(inOrder([one, other])).toHaveLength(1);
});
