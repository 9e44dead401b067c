import type { Finding } from './finding.ts';
import type { ReadinessFacts } from './readiness-facts.ts';
import { criteriaRanked, selfNamed } from './self-items.ts';
import { themesDescribed, themesNamed } from './theme-items.ts';

/**
 * The hard items of method 1, as many as it separates by semicolons, so four: the number of
 * themes, what each theme says, interests with strengths and values, criteria. Short of strengths
 * and of values is therefore one missing item, not two. Without a theme there is none to
 * describe, and the second item is left out.
 * @returns one finding per item, kind `done` or `missing`
 */
export function hardItems(facts: ReadinessFacts): Finding[] {
	const described = facts.themes.length > 0 ? [themesDescribed(facts.themes)] : [];
	return [
		themesNamed(facts.themes.length),
		...described,
		selfNamed(facts),
		criteriaRanked(facts.criteria)
	];
}
