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
	[{ notes: 0 }, 'done', 'Notes are saved automatically'],
	[{ waiting: 2, waitingNotes: 1 }, '', 'Saving one note'],
	[{ online: false, waiting: 5, waitingNotes: 4 }, 'due', 'Offline, 4 notes on this device'],
	[{ online: false }, 'due', 'Offline, notes stay on this device'],
	[{ line: 'unreachable', waiting: 1, waitingNotes: 1 }, 'due', 'Offline, 1 note on this device'],
	[
		{ line: 'signed-out', waiting: 4, waitingNotes: 4 },
		'due',
		'Signed out, 4 notes on this device'
	],
	[{ line: 'refused', waiting: 3, waitingNotes: 2 }, 'loss', 'Not saved, 2 notes on this device'],
	[{ refused: 1 }, 'loss', '1 note not accepted, still on this device'],
	[
		{ online: false, waiting: 1, waitingNotes: 1, memoryOnly: true },
		'due',
		'Offline, 1 note only on this page'
	]
])('%o', (changes, tone, words) => {
	expect(savedText({ ...calm, ...changes })).toMatchObject({ tone, words });
});
