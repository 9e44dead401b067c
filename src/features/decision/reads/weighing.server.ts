import { criteria as readCriteria } from '#features/clarity/reads/self.server.ts';
import type { Scope } from '#server/scope.server.ts';
import type { HeldTalk, Insight } from '../rules/cell.ts';
import { weighThemes, type Weighed } from '../rules/weighing.ts';
import { rankOrderCentroid } from '../rules/weights.ts';
import * as store from '../store.server.ts';

/**
 * Reads and weighs everything that a decision is based on.
 * @param insights insights of all themes or of one, in any order
 * @param themeIds the themes to weigh; all of them when left out
 */
export async function readWeighing(
	scope: Scope,
	insights: readonly Insight[],
	themeIds?: readonly string[]
) {
	const themes = await store.themes(scope);
	const criteria = await readCriteria(scope);
	const threads = await store.threads(scope);
	const weights = rankOrderCentroid(criteria.length);
	const held: HeldTalk[] = [];
	const talks = new Map<string, { name: string; at: string }>();
	for (const { id, themeId, heldAt, name } of threads) {
		if (heldAt === null) continue;
		held.push({ interviewId: id, themeId, heldAt });
		talks.set(id, { name, at: heldAt });
	}
	const asked = themeIds ?? themes.map(({ id }) => id);
	const weighed = weighThemes(weights, criteria, insights, held, asked);
	return {
		themes,
		criteria: criteria.map(({ id, text }, index) => ({ id, text, weight: weights[index] ?? 0 })),
		threads,
		weights,
		weighed: new Map(weighed.map((each) => [each.themeId, each])),
		/** partner and date of a held talk */
		talks,
		nameOf: (interviewId: string): string => talks.get(interviewId)?.name ?? ''
	};
}
export type Weighing = Awaited<ReturnType<typeof readWeighing>>;

/** A theme's evidence; themes that were weighed always have one, possibly empty. */
export function weighedOf({ weighed }: Pick<Weighing, 'weighed'>, themeId: string): Weighed {
	const theme = weighed.get(themeId);
	if (!theme) throw new Error('Every theme that was read for is weighed.');
	return theme;
}
