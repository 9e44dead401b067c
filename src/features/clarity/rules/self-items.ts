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
		return { code: 'self', kind: 'done', sentence: 'Interests, strengths and values, in order' };
	}
	const more = (list: { one: string; many: string; count: number }): string =>
		counted(LEAST_OF_SELF - list.count, `more ${list.one}`, `more ${list.many}`);
	return missing('self', listed(short.map(more)), {
		code: `name-${first.many}`,
		sentence: `${sentenceCase(more(first))}, and you can tell in a talk whether the work is yours.`,
		action: `Name your ${first.many}`,
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
		return missing('criteria', `${more}, in order`, {
			code: 'name-criteria',
			sentence: `${sentenceCase(more)}: what has to be true of work for you. Later they weigh what you heard.`,
			action: 'Name your criteria',
			anchor
		});
	}
	if (facts.count > MOST_CRITERIA) {
		return missing('criteria', 'a shorter list of criteria, seven at most', {
			code: 'trim-criteria',
			sentence: 'Seven criteria can be weighed. Keep the ones that matter most.',
			action: 'Choose the seven',
			anchor
		});
	}
	if (facts.dealBreakers === 0 && !facts.dealBreakersConsidered) {
		return missing('criteria', 'whether one of your criteria is a deal-breaker', {
			code: 'mark-deal-breakers',
			sentence: 'Is one of your criteria a deal-breaker? None is an answer too.',
			action: 'Mark the deal-breakers',
			anchor
		});
	}
	return {
		code: 'criteria',
		kind: 'done',
		sentence: `${sentenceCase(inWords(facts.count))} criteria, in order`
	};
}
