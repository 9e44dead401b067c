import { describe, expect, it } from 'vitest';
import { defaultQuestionCodes, defaultQuestions, isReadyAnswer } from './answers.ts';

describe('what they may ask', () => {
	it('is worded for the theme', () => {
		expect(Object.values(defaultQuestions('Magazine editing'))).toEqual([
			'What have you done so far?',
			'Why do you want to change to magazine editing?',
			'What do you want from me?'
		]);
		expect(defaultQuestions('UX research')['why-change']).toBe(
			'Why do you want to change to UX research?'
		);
		expect(Object.keys(defaultQuestions(''))).toEqual([...defaultQuestionCodes]);
	});

	it.each([
		['', false],
		[' \n', false],
		['Only how it is.', true],
		['word '.repeat(112), true],
		['word '.repeat(113), false]
	])('is answered when it is written and takes 45 seconds at most (%#)', (answer, ready) => {
		expect(isReadyAnswer(answer)).toBe(ready);
	});
});
