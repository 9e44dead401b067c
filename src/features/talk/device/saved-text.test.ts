import { expect, test } from 'vitest';
import { savedText, type Saving } from './saved-text.ts';

const calm: Saving = {
	online: true,
	line: 'open',
	notes: 9,
	waiting: 0,
	waitingNotes: 0,
	refused: 0,
	memoryOnly: false
};

test.each<[Partial<Saving>, string, string]>([
	[{}, 'done', 'All 9 notes saved'],
	[{ notes: 1 }, 'done', 'Your note is saved'],
	[{ notes: 0 }, 'done', 'Notes save themselves'],
	[{ waiting: 2, waitingNotes: 1 }, '', 'Saving one note'],
	[{ online: false, waiting: 5, waitingNotes: 4 }, 'due', 'Offline, 4 notes on this phone'],
	[{ online: false }, 'due', 'Offline, notes stay on this phone'],
	[{ line: 'unreachable', waiting: 1, waitingNotes: 1 }, 'due', 'Offline, 1 note on this phone'],
	[{ line: 'signed-out', waiting: 4, waitingNotes: 4 }, 'due', 'Signed out, 4 notes on this phone'],
	[{ line: 'refused', waiting: 3, waitingNotes: 2 }, 'loss', 'Not saved, 2 notes on this phone'],
	[{ refused: 1 }, 'loss', '1 note not taken, still on this phone'],
	[
		{ online: false, waiting: 1, waitingNotes: 1, memoryOnly: true },
		'due',
		'Offline, 1 note only on this page'
	]
])('%o', (changes, tone, words) => {
	expect(savedText({ ...calm, ...changes })).toMatchObject({ tone, words });
});
