import type { Day } from '#kernel/clock.ts';
import type { Scope } from '#server/scope.server.ts';
import * as store from '../store.server.ts';

/** The newest decision about each theme, the latest first. */
export async function standingDecisions(scope: Scope): Promise<store.DecisionRow[]> {
	const seen = new Set<string>();
	return (await store.decisions(scope)).filter(({ themeId }) => {
		if (seen.has(themeId)) return false;
		seen.add(themeId);
		return true;
	});
}

/**
 * Newest decisions whose review date has come, the longest due first.
 * @param today the explorer's local date
 */
export async function lookAgain(scope: Scope, today: Day) {
	return (await standingDecisions(scope))
		.filter(({ lookAgainOn }) => lookAgainOn <= today)
		.toSorted((one, other) => (one.lookAgainOn < other.lookAgainOn ? -1 : 1))
		.map(({ id, themeId, title, outcome, lookAgainOn }) => ({
			decisionId: id,
			themeId,
			title,
			outcome,
			lookAgainOn
		}));
}
