import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkQuestion } from './question-check.ts';

const codes = (text: string): string[] => checkQuestion(text).flags.map(({ code }) => code);

describe('checkQuestion', () => {
	it.each([
		'What did the last closing week look like, day by day?',
		'When did you last lose track of time at work?',
		'What was your first job?',
		'How did you get hired the first time?',
		'Who read your first manuscript?',
		'Tell me about the last deadline that went wrong.',
		'How much of a week is editing, and how much is keeping people calm?',
		'What surprised you in your first year?',
		'How did you know when to stop?',
		'What made you stay?',
		'Which part of the position changed most?'
	])('has nothing against "%s"', (text) => {
		expect(checkQuestion(text)).toEqual({ checked: 'english', flags: [] });
	});

	it.each([
		['Do you like your work?', 'closed'],
		['So, is it hard?', 'closed'],
		['Did you study for it?', 'closed'],
		['Have you ever thought of leaving?', 'closed'],
		['Are there many women?', 'closed'],
		['What would you do differently?', 'hypothetical'],
		['If you could begin again, what changes?', 'hypothetical'],
		['What if the magazine closes?', 'hypothetical'],
		['Would you choose it again?', 'hypothetical'],
		['Don’t you think that print is dying?', 'leading'],
		['The hours are long, aren’t they?', 'leading'],
		['You must love the freedom of it?', 'leading'],
		['It pays badly, right?', 'leading'],
		['Could you refer me to your team?', 'pitching'],
		['Are you hiring at the moment?', 'pitching'],
		['Do you know of any openings for me?', 'pitching'],
		['What does a typical day look like?', 'general'],
		['How do you usually find writers?', 'general'],
		['What do you do? Where do you live?', 'several'],
		['What do you enjoy most, and who pays for it?', 'several']
	])('flags "%s" as %s', (text, code) => {
		expect(codes(text)).toContain(code);
	});

	it('says what to try instead, and only the weightier hint where one implies the other', () => {
		expect(checkQuestion('Don’t you think that print is dying?').flags).toEqual([
			{ code: 'leading', sentence: expect.stringMatching(/Leave out your guess/) }
		]);
		expect(codes('Would you choose it again?')).toEqual(['hypothetical']);
	});

	it.each([
		'Wie haben Sie das gelernt, und was war das Schwerste?',
		'¿Qué es lo más difícil de su trabajo y por qué?',
		'この仕事で一番つらいことは何ですか'
	])('does not check "%s"', (text) => {
		expect(checkQuestion(text)).toEqual({ checked: 'not-checked', flags: [] });
	});

	it('takes any text, and says nothing twice', () => {
		fc.assert(
			fc.property(fc.string({ maxLength: 400 }), (text) => {
				const said = codes(text);
				expect(new Set(said).size).toBe(said.length);
			})
		);
	});
});
