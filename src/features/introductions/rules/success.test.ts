import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countriesOf, ledeText, successText } from './success.ts';

test.each([
	[[], 'You had no introductions in the last seven days.'],
	[[''], 'You had one introduction in the last seven days.'],
	[
		['Portugal', 'portugal '],
		'You had two introductions in the last seven days, from one country.'
	],
	[
		['Portugal', 'Canada', 'Ghana'],
		'Three introductions in the last seven days, from three countries: goal reached.'
	]
])('%j', (week, words) => {
	expect(successText(week)).toContain(words);
});

test('countries are counted once, and no more than there are introductions', () => {
	fc.assert(
		fc.property(fc.array(fc.string()), (week) => {
			expect(countriesOf(week)).toBeLessThanOrEqual(week.length);
			expect(
				countriesOf([...week, ...week.map((each) => ` ${each.toUpperCase()}`)])
			).toBeLessThanOrEqual(2 * countriesOf(week));
			expect(successText(week)).toMatch(/^Goal: three introductions in one week|: goal reached\.$/);
		})
	);
});

test('the first sentence counts partners and connectors', () => {
	expect(ledeText(11, 4)).toBe(
		'Eleven of your partners came through four people. This is common: a few connectors make most introductions.'
	);
	expect(ledeText(1, 1)).toMatch(/^One of your partners came through one person\. A few/);
	expect(ledeText(0, 0)).toMatch(/^People you know can introduce you/);
});

test('the goal of a week needs three introductions from three countries', () => {
	const reached = (countries: string[]) => successText(countries).includes(': goal reached');
	expect(reached(['Sweden', 'Portugal', 'Kenya'])).toBe(true);
	expect(reached(['Sweden', 'Portugal', 'Sweden'])).toBe(false);
	expect(reached(['Sweden', 'Portugal'])).toBe(false);
});
