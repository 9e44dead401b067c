import type { Scope } from '#server/scope.server.ts';
import { toScoreView } from './scores.server.ts';
import type { StoredEvidence } from '../schemas.ts';
import * as store from '../store.server.ts';
import { readWeighing, weighedOf } from './weighing.server.ts';

/** Evidence for a decision about this theme: figures, dates and weights, no words of a partner. */
export async function evidenceOf(scope: Scope, theme: store.ThemeRow): Promise<StoredEvidence> {
	const heard = await store.insightsOfTheme(scope, theme.id);
	const weighing = await readWeighing(scope, heard, [theme.id]);
	const { talks, insights, score, cells, saturation, dealBreakers } = weighedOf(weighing, theme.id);
	return {
		talks: talks.length,
		insights,
		score: toScoreView(score),
		heard: saturation.heard,
		criteria: weighing.criteria.map((criterion, index) => ({
			...criterion,
			talks: cells[index]?.estimate.talks ?? 0,
			mean: cells[index]?.estimate.mean ?? 3
		})),
		dealBreakers: dealBreakers.map(({ criterion, heard }) => ({
			criterion: criterion.text,
			heard
		})),
		firstTalkAt: talks[0]?.at ?? null,
		lastTalkAt: talks.at(-1)?.at ?? null,
		before: { seat: theme.seat, lookAgainOn: theme.lookAgainOn }
	};
}
