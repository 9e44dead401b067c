import { expect, test } from 'vitest';
import type { TalkEvent } from '../rules/events.ts';
import { event, note } from '#tests/support/talk-log.ts';
import type { Row } from './indexed-log.ts';
import { reasonText, unsavedOf, unsavedFile, unsavedCountText, type Unsaved } from './unsaved.ts';

let place = 0;
const row = (happened: TalkEvent, more: Partial<Row> = {}): Row => ({
	owner: 'mara',
	interviewId: 'joan',
	id: happened.id,
	event: happened,
	place: (place += 1),
	...more
});
const draft = (text: string, owner = 'mara', interviewId = 'joan') => ({
	owner,
	interviewId,
	text
});
const started = () => event({ kind: 'started', agreedMinutes: 15 });
const talk = (more: Partial<Unsaved>): Unsaved => ({
	interviewId: 'joan',
	events: [],
	draft: '',
	...more
});

test('what waits and words that were refused are unsaved, in their order; the rest is not', () => {
	const [first, second, third] = [note('first'), note('second'), note('third')];
	const rows = [
		row(third, { waiting: 1, place: 9000 }),
		row(note('at the server')),
		row(first, { waiting: 1, place: 1000 }),
		row(second, { refused: 'No.', place: 2000 }),
		row(started(), { refused: 'It has begun.' })
	];
	expect(unsavedOf(rows, [], 'mara')).toEqual([talk({ events: [first, second, third] })]);
});

test('another account’s words are neither counted nor shown', () => {
	const rows = [row(note('hers'), { waiting: 1, owner: 'nadia' })];
	expect(unsavedOf(rows, [draft('hers', 'nadia')], 'mara')).toEqual([]);
});

test('a note being typed counts, an empty field does not', () => {
	expect(unsavedOf([], [draft('half a thou'), draft(' \n', 'mara', 'ruth')], 'mara')).toEqual([
		talk({ draft: 'half a thou' })
	]);
});

test.each<[string, Unsaved[]]>([
	[
		'4 notes of your conversation are only on this device.',
		[talk({ events: ['a', 'b', 'c', 'd'].map((text) => note(text)) })]
	],
	[
		'1 note of your conversation is only on this device.',
		[talk({ events: [started(), note('a')] })]
	],
	[
		'1 note and 1 unfinished note of 2 conversations are only on this device.',
		[talk({ events: [note('a')] }), talk({ interviewId: 'ruth', draft: 'b' })]
	],
	['1 entry of your conversation is only on this device.', [talk({ events: [started()] })]]
])('%s', (words, unsaved) => {
	expect(unsavedCountText(unsaved)).toBe(words);
});

test('a note and its changes are one note', () => {
	const kept = note('a');
	const changed = event({ kind: 'note-changed', noteId: kept.id, text: 'b' });
	expect(unsavedCountText([talk({ events: [kept, changed] })])).toMatch(/^1 note of/);
});

test('the reason says what to do', () => {
	const unsaved = [talk({ events: [note('a')] })];
	expect(reasonText('unreachable', unsaved)).toContain('cannot be reached');
	expect(reasonText('signed-out', unsaved)).toContain('sign in again');
	expect(reasonText('refused', unsaved)).toContain('did not accept');
	expect(reasonText('open', unsaved)).toContain('did not accept');
	expect(reasonText('open', [talk({ draft: 'b' })])).toContain('open the conversation');
});

test('the file has every word, and where it belongs', () => {
	const kept = note('You edit the writer first');
	const changed = event({ kind: 'note-changed', noteId: kept.id, text: 'You edit the page first' });
	const text = unsavedFile(
		[talk({ events: [started(), kept, changed], draft: 'half a thou' })],
		'https://imago.example'
	);
	expect(text).toContain('https://imago.example/interviews/joan');
	for (const words of ['You edit the writer first', '(edited) You edit the page first'])
		expect(text).toContain(words);
	expect(text).toContain('Unfinished note: half a thou');
});
