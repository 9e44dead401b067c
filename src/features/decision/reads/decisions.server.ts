import type { Day } from '#kernel/clock.ts';
import type { Scope } from '#server/scope.server.ts';
import * as store from '../store.server.ts';

/** The newest decision about each theme, the latest first; older ones were looked at again. */
export async function standingDecisions(scope: Scope): Promise<store.DecisionRow[]> {
	const seen = new Set<string>();
	return (await store.decisions(scope)).filter(({ themeId }) => {
		if (seen.has(themeId)) return false;
		seen.add(themeId);
		return true;
	});
}

/**
 * The decisions whose day to look again has come, the longest due first. One that was decided
 * anew waits for its new day.
 * @param today in the explorer's zone
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
