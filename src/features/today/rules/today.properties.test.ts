import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyFacts } from '#tests/support/today-facts.ts';
import { MOST_SHOWN, today } from './today.ts';

describe('today, for any facts', () => {
	it('shows seven at most, and folds only when seven are shown', () => {
		fc.assert(
			fc.property(anyFacts, (facts) => {
				const { first, also, folded } = today(facts);
				const shown = also.length + (first ? 1 : 0);
				expect(shown).toBeLessThanOrEqual(MOST_SHOWN);
				if (folded.length > 0) expect(shown).toBe(MOST_SHOWN);
				if (!first) expect(also).toEqual([]);
			})
		);
	});

	it('gives the same list in whatever order the threads come', () => {
		fc.assert(
			fc.property(anyFacts, (facts) => {
				const turned = { ...facts, interviews: facts.interviews.toReversed() };
				expect(today(turned)).toEqual(today(facts));
			})
		);
	});

	it('takes one step from each thread at most', () => {
		fc.assert(
			fc.property(anyFacts, (facts) => {
				const { first, also, folded } = today(facts);
				const ids = [first, ...also, ...folded].flatMap((step) =>
					step?.about?.kind === 'interview' ? [step.about.id] : []
				);
				expect(new Set(ids).size).toBe(ids.length);
			})
		);
	});

	it('always has a first step without interviews, unless the season rests', () => {
		fc.assert(
			fc.property(anyFacts, (facts) => {
				const { first } = today({ ...facts, interviews: [], pause: undefined });
				expect(first).toBeDefined();
			})
		);
	});
});
