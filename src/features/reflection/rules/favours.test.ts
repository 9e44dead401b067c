import { expect, test } from 'vitest';
import { favourText, giveBackIdeas, offeredFavours } from './favours.ts';

test('minutes and names are offered until the ledger has them', () => {
	const names = ['Bettina Oyelaran, Toronto'];
	expect(offeredFavours(20, names, [])).toEqual([
		'20 minutes',
		'A name: Bettina Oyelaran, Toronto'
	]);
	expect(offeredFavours(20, names, ['20 Minutes.'])).toEqual(['A name: Bettina Oyelaran, Toronto']);
	const gave = ['20 minutes, and what nobody writes down'];
	expect(offeredFavours(20, names, gave)).toEqual(['A name: Bettina Oyelaran, Toronto']);
	expect(offeredFavours(21, [], ['20min on the phone'])).toEqual([]);
	expect(offeredFavours(20, [], ['A mind of her own'])).toEqual(['20 minutes']);
	expect(offeredFavours(null, [], [])).toEqual([]);
	expect(offeredFavours(1, [], [])).toEqual(['1 minute']);
});

test('suggestions come from strengths and speak of nothing owed', () => {
	const ideas = giveBackIdeas(['Exactness', 'Plain words', 'Listening', 'Maps'], 'Priya');
	expect(ideas).toHaveLength(3);
	expect(ideas[0]).toBe('“Exactness”: how could this help Priya?');
	expect(ideas.join(' ')).not.toMatch(/\bow(?:e|ed|es)\b/);
	expect(giveBackIdeas([], 'Priya')).toEqual([]);
});

test('an entry is one line and never empty', () => {
	expect(favourText(' a\r\n name ')).toBe('a name');
	expect(() => favourText(' ')).toThrow('favours.empty');
});

test('a name that was noted twice is offered once', () => {
	expect(offeredFavours(null, ['Bettina Oyelaran', 'bettina oyelaran'], [])).toEqual([
		'A name: Bettina Oyelaran'
	]);
});

test('names without letters are favours of their own', () => {
	expect(offeredFavours(null, ['🌸', '🌼', '🌸'], ['A name: 🌼'])).toEqual(['A name: 🌸']);
	expect(offeredFavours(null, ['Bettina'], ['a name, bettina'])).toEqual([]);
});
