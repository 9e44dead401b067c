import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { channels } from '#method/channels.ts';
import { coreCodes, coreQuestions, defaultWording, isAlwaysAsked } from './core-questions.ts';
import { drawLine } from './line.ts';
import { checkQuestion } from './question-check.ts';

describe('core questions', () => {
	it('say what the page says, in its order', () => {
		expect(coreQuestions('network').map(({ text }) => text)).toEqual([
			'What did your last working week look like, day by day?',
			'When did you last lose track of time at work?',
			'What is the worst part of this work, the part nobody talks about?',
			'How did you first get into this work?',
			'Who else has a different view of this work?'
		]);
	});

	it('ask alumni about the training', () => {
		const codes = coreQuestions('school').map(({ code }) => code);
		expect(codes).toEqual(expect.arrayContaining(['gave', 'serves', 'left-out']));
		expect(coreQuestions('association').map(({ code }) => code)).not.toContain('gave');
	});

	it('always hold the three, and keep them in the shortest talk', () => {
		for (const channel of channels) {
			const questions = coreQuestions(channel);
			const { fitting } = drawLine(questions, 3);
			expect(fitting.map(({ code }) => code).toSorted()).toEqual(['began', 'enjoy', 'worst']);
		}
	});

	it('pass the question check', () => {
		for (const code of coreCodes) expect(checkQuestion(defaultWording[code]).flags).toEqual([]);
	});

	it('take the theme’s wording and nothing else from it', () => {
		fc.assert(
			fc.property(
				fc.constantFrom(...channels),
				fc.dictionary(fc.constantFrom(...coreCodes), fc.string({ minLength: 1 })),
				(channel, own) => {
					const defaults = coreQuestions(channel);
					const worded = coreQuestions(channel, own);
					expect(worded.map(({ code }) => code)).toEqual(defaults.map(({ code }) => code));
					for (const { code, text } of worded) expect(text).toBe(own[code] ?? defaultWording[code]);
				}
			)
		);
	});

	it('are always asked only where the method says so', () => {
		expect(coreCodes.filter(isAlwaysAsked)).toEqual(['enjoy', 'worst', 'began']);
		expect(isAlwaysAsked(null)).toBe(false);
	});
});
