import { z } from 'zod';
import type { Instant } from '#kernel/clock.ts';
import { operation } from '#server/perform.ts';
import { standingDecisions } from '../reads/decisions.server.ts';
import { inAll, minutesBetween, tookOf } from '../rules/spared.ts';
import { leadViewOf, nextViewOf } from '../reads/next.server.ts';
import {
	agreedTalk,
	toCellView,
	toDealBreakerView,
	toHeardView,
	themeFigures
} from '../reads/scores.server.ts';
import { decisionView, type Decision, type SparedView } from '../schemas.ts';
import * as store from '../store.server.ts';
import { readWeighing, weighedOf, type Weighing } from '../reads/weighing.server.ts';

/** Time that a theme's talks took, and the explorer's estimate of time saved. */
function sparedOf(weighing: Weighing, decided: readonly Decision[]): SparedView {
	const rows = weighing.themes.flatMap(({ id, title }) => {
		const held = weighing.threads.filter((each) => each.themeId === id && each.heldAt !== null);
		const took = tookOf(held.map((each) => minutesBetween(each.startedAt, each.endedAt)));
		const decision = decided.find(({ themeId }) => themeId === id);
		const { sparedHours: hours = null, spared: words = '' } = decision ?? {};
		if (took.timed === 0 && hours === null && words === '') return [];
		return [{ themeId: id, title, ...took, hours, words }];
	});
	return { rows, all: inAll(rows) };
}

function comparedOf(weighing: Weighing, theme: store.ThemeRow, now: Instant) {
	const weighed = weighedOf(weighing, theme.id);
	return {
		...themeFigures(theme, weighed),
		cells: weighed.cells.map(toCellView),
		heard: toHeardView(weighed),
		dealBreakers: weighed.dealBreakers.map((each) => toDealBreakerView(each, weighing.nameOf)),
		agreed: agreedTalk(weighing.threads, theme.id, now)
	};
}

/**
 * Compares the open themes: evidence by criterion, scores with spread, saturation, robustness of
 * the lead, what to learn next, and decisions (methods 8 and 9). Weights, chances and ratios are 0
 * to 1, scores 1 to 5, minutes and hours whole.
 */
export const getDecision = operation({
	name: 'decision.get',
	http: { verb: 'GET', path: '/decisions' },
	summary: 'Compare your themes: evidence, what to learn next, and decisions',
	effect: 'read',
	input: z.object({}),
	output: decisionView,
	example: {},
	run: async ({ scope, now }) => {
		const weighing = await readWeighing(scope, await store.allInsights(scope));
		const decided = await standingDecisions(scope);
		const written = new Map(
			(await store.counterEvidence(scope)).map(({ themeId, ...each }) => [themeId, each])
		);
		const against = (id: string) => ({ counterEvidence: written.get(id) ?? null });
		const open = weighing.themes
			.filter(({ seat }) => seat !== null)
			.toSorted((one, other) => (one.seat ?? 0) - (other.seat ?? 0));
		const weighed = open.map(({ id }) => weighedOf(weighing, id));
		const talks = weighed.flatMap((each) => each.talks.map(({ interviewId }) => interviewId));
		const lead = leadViewOf(weighing, open);
		return {
			criteria: weighing.criteria,
			themes: open.map((theme) => ({ ...comparedOf(weighing, theme, now), ...against(theme.id) })),
			resting: weighing.themes.flatMap((theme) => {
				const { id, seat, parkedAt, chosenAt, letGoAt } = theme;
				const view = themeFigures(theme, weighedOf(weighing, id));
				const rests = parkedAt !== null && chosenAt === null && letGoAt === null;
				return rests && seat === null && view.talks > 0 ? [{ ...view, ...against(id) }] : [];
			}),
			talks: new Set(talks).size,
			insights: weighed.reduce((sum, each) => sum + each.insights, 0),
			speaking: weighed.reduce((sum, each) => sum + each.speaking, 0),
			lead,
			next: nextViewOf(weighing, open, lead?.themeId, now),
			decided,
			spared: sparedOf(weighing, decided)
		};
	}
});
