import { clarityAddress } from '#kernel/page-addresses.ts';
import { LEAST_CRITERIA, MOST_CRITERIA } from './criteria.ts';
import { missing, type Finding } from './finding.ts';
import { counted, inWords, listed, sentenceCase } from '#kernel/number-text.ts';
import type { ReadinessFacts } from './readiness-facts.ts';

/** Interests, strengths and values needed of each (method 1). */
export const LEAST_OF_SELF = 3;

/** Hard item: at least three ranked interests, three strengths and three values (method 1). */
export function selfItems(facts: ReadinessFacts): Finding {
	const lists = [
		{ one: 'interest', many: 'interests', count: facts.interests },
		{ one: 'strength', many: 'strengths', count: facts.strengths },
		{ one: 'value', many: 'values', count: facts.values }
	];
	const short = lists.filter((list) => list.count < LEAST_OF_SELF);
	const first = short[0];
	if (!first) {
		return { code: 'self', kind: 'done', sentence: 'Interests, strengths and values are listed' };
	}
	const more = (list: { one: string; many: string; count: number }): string =>
		counted(LEAST_OF_SELF - list.count, `more ${list.one}`, `more ${list.many}`);
	return missing('self', listed(short.map(more)), {
		code: `name-${first.many}`,
		sentence: `Add ${more(first)}. They help you see in an interview whether the work suits you.`,
		action: `Add ${first.many}`,
		anchor: clarityAddress(`r-${first.many}`)
	});
}

/**
 * Hard item: three to seven ranked criteria with deal-breakers marked (method 1). Marked means
 * that one is, or that the explorer said that none is.
 */
export function criteriaRanked(facts: ReadinessFacts['criteria']): Finding {
	const anchor = clarityAddress('r-criteria');
	if (facts.count < LEAST_CRITERIA) {
		const more = counted(LEAST_CRITERIA - facts.count, 'more criterion', 'more criteria');
		return missing('criteria', more, {
			code: 'name-criteria',
			sentence: `Add ${more}. A criterion is something you need from work. You will use criteria to compare themes.`,
			action: 'Add criteria',
			anchor
		});
	}
	if (facts.count > MOST_CRITERIA) {
		return missing('criteria', 'a shorter list of criteria, seven at most', {
			code: 'trim-criteria',
			sentence: 'Seven criteria is the maximum. Delete the least important ones.',
			action: 'Review criteria',
			anchor
		});
	}
	if (facts.dealBreakers === 0 && !facts.dealBreakersConsidered) {
		return missing('criteria', 'your deal-breakers, or that you have none', {
			code: 'mark-deal-breakers',
			sentence:
				'A deal-breaker is a criterion you cannot do without. Mark yours, or confirm that you have none.',
			action: 'Mark deal-breakers',
			anchor
		});
	}
	return {
		code: 'criteria',
		kind: 'done',
		sentence: `${sentenceCase(inWords(facts.count))} criteria`
	};
}
