import { expect, test } from 'vitest';
import { notesToOffer, type Note } from './notes.ts';

const notes: Note[] = [
	{ id: '1', text: 'Be where they are', tag: 'for' },
	{ id: '2', text: 'Nobody books an hour to cry.', tag: 'their-words' },
	{ id: '3', text: 'Bettina, Toronto', tag: 'a-name' },
	{ id: '4', text: 'two years', tag: 'against' },
	{ id: '5', text: 'rain', tag: null }
];

test('every note is offered, what was marked first, until it is learned', () => {
	expect(notesToOffer([notes[4]!, ...notes.slice(0, 4)], [])).toEqual([
		{ id: '1', text: 'Be where they are', stance: 'for', theirWords: false },
		{ id: '2', text: 'Nobody books an hour to cry.', stance: null, theirWords: true },
		{ id: '4', text: 'two years', stance: 'against', theirWords: false },
		{ id: '5', text: 'rain', stance: null, theirWords: false }
	]);
	const learned = ['Nobody books an hour to cry', 'Two years!'];
	expect(notesToOffer(notes, learned).map(({ id }) => id)).toEqual(['1', '5']);
});

test('a note without letters is not learned because another one is', () => {
	const signs: Note[] = [
		{ id: '1', text: '👍', tag: 'for' },
		{ id: '2', text: '👎', tag: 'against' }
	];
	expect(notesToOffer(signs, ['👍']).map(({ id }) => id)).toEqual(['2']);
});
