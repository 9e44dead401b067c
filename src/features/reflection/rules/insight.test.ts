import { expect, test } from 'vitest';
import { insightText, richnessOf, richnessText, shallowText } from './insight.ts';

test('their words are enough, without their marks', () => {
	const words = 'Nobody books an hour to cry.';
	expect(insightText({ words: ` “${words}” ` })).toEqual({ text: words, words });
	expect(insightText({ text: 'A third of it\r\n is letters ' })).toEqual({
		text: 'A third of it is letters',
		words: ''
	});
	expect(insightText({ text: 'Be where they are', words })).toEqual({
		text: 'Be where they are',
		words
	});
	for (const typed of [{}, { text: ' ', words: '“ ”' }]) {
		expect(() => insightText(typed)).toThrow('insights.empty');
	}
});

test('six insights make a rich talk', () => {
	expect([0, 1, 5, 6, 9].map(richnessOf)).toEqual(['none', 'shallow', 'shallow', 'rich', 'rich']);
	expect([0, 1, 5, 7].map(richnessText)).toEqual([
		'No insights yet',
		'1 insight so far',
		'5 insights so far',
		'7 insights, a rich conversation'
	]);
	expect(shallowText(5)).toContain('you may find one more insight.');
	expect(shallowText(6)).toBeUndefined();
});
