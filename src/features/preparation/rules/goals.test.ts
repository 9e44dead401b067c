import { describe, expect, it } from 'vitest';
import { goalText, jobAskFlag, LONGEST_GOAL, mayAddGoal } from './goals.ts';

describe('goals', () => {
	it('are three at most, with the reason', () => {
		expect(mayAddGoal(2)).toBeUndefined();
		expect(mayAddGoal(3)).toMatchObject({ code: 'goals.three-named', kind: 'conflict' });
	});

	it('keep their words and lose stray space', () => {
		expect(goalText('  How much of a week\n is editing ')).toBe('How much of a week is editing');
	});

	it('are neither empty nor an essay', () => {
		expect(() => goalText(' \n')).toThrow(/goals.empty/);
		expect(goalText('x'.repeat(LONGEST_GOAL))).toHaveLength(LONGEST_GOAL);
		expect(() => goalText('x'.repeat(LONGEST_GOAL + 1))).toThrow(/goals.too-long/);
	});

	it.each([
		'Get a job there',
		'Find me an internship',
		'Whether your team has any openings',
		'Are they hiring editors',
		'Ask for a referral',
		'Could they hire me',
		'Show them my résumé'
	])('flags "%s" gently', (goal) => {
		expect(jobAskFlag(goal)).toContain('sounds like asking for a job');
	});

	it.each([
		'How much of a week is editing, and how much is keeping people calm',
		'Whether somebody of 38 can begin without a year of unpaid work',
		'How they got their first job as an editor',
		'What a hiring manager never says aloud',
		'Which role the art director plays',
		'What the worst part of the position is'
	])('leaves "%s" alone', (goal) => {
		expect(jobAskFlag(goal)).toBeUndefined();
	});
});
