import { expect, test } from 'vitest';
import { insightScore } from './insight-score.ts';
import { stances, strengths } from './labels.ts';

test.each([
	['against', 3, 1],
	['against', 2, 2],
	['against', 1, 2],
	['between', 3, 3],
	['between', 1, 3],
	['for', 1, 4],
	['for', 2, 4],
	['for', 3, 5]
] as const)('%s, strength %d, scores %d', (stance, strength, score) => {
	expect(insightScore(stance, strength)).toBe(score);
});

test('for and against mirror each other around the middle', () => {
	for (const strength of strengths) {
		expect(insightScore('for', strength) + insightScore('against', strength)).toBe(6);
	}
	expect(stances).toContain('between');
});
