import { z } from 'zod';
import { oneIn } from '#kernel/refusal.ts';
import { addDays, dayOf } from '#kernel/clock.ts';
import { exampleId } from '#method/field-schemas.ts';
import { workspaceOf } from '#features/account/reads/workspace.server.ts';
import { operation } from '#server/perform.ts';
import { LOOK_AGAIN_AFTER_DAYS, LOOK_AGAIN_WITHIN_DAYS } from '../rules/guards.ts';
import { insightsByCriterion } from '../reads/insights.server.ts';
import { nextRung } from '../rules/ladder.ts';
import { minutesBetween } from '../rules/spared.ts';
import {
	countOpen,
	toCellView,
	toDealBreakerView,
	toHeardView,
	themeFigures
} from '../reads/scores.server.ts';
import { id, themeView, type ThemeView } from '../schemas.ts';
import * as store from '../store.server.ts';
import { readWeighing, weighedOf } from '../reads/weighing.server.ts';

function stateOf({ chosenAt, letGoAt, seat }: store.ThemeRow): ThemeView['state'] {
	if (letGoAt !== null) return 'let-go';
	if (chosenAt !== null) return 'chosen';
	return seat === null ? 'resting' : 'open';
}

/**
 * One theme by criterion, the score last; other themes are left out so that they do not bias the
 * judgement (method.md 9). Lists the five newest insights per criterion, all for the given one.
 * @param criterion id of the criterion to list in full, or `none` for insights about no criterion
 * @refuses `theme.missing`
 */
export const getTheme = operation({
	name: 'decision.getTheme',
	http: { verb: 'GET', path: '/themes/{id}/evidence' },
	summary: 'View the evidence about one theme, by criterion',
	effect: 'read',
	input: z.object({ id, criterion: z.union([id, z.literal('none')]).optional() }),
	output: themeView,
	example: { id: exampleId },
	run: async ({ scope, now }, input) => {
		const rows = await store.insightsOfTheme(scope, input.id);
		const weighing = await readWeighing(scope, rows, [input.id]);
		const theme = oneIn(weighing.themes, input.id, 'theme');
		const weighed = weighedOf(weighing, theme.id);
		const experiments = await store.experimentsOf(scope, theme.id);
		const done = experiments.filter(({ doneAt }) => doneAt !== null).map(({ rung }) => rung);
		const threads = new Map(weighing.threads.map((each) => [each.id, each]));
		const today = dayOf(now, (await workspaceOf(scope)).zone);

		const insights = insightsByCriterion(rows, weighing);
		return {
			...themeFigures(theme, weighed),
			state: stateOf(theme),
			heard: toHeardView(weighed),
			dealBreakers: weighed.dealBreakers.map((each) => toDealBreakerView(each, weighing.nameOf)),
			criteria: weighed.cells.flatMap((cell, index) => {
				const criterion = weighing.criteria[index];
				if (!criterion) return [];
				const listed = insights.of(criterion.id, input.criterion === criterion.id);
				return [{ ...criterion, cell: toCellView(cell), insights: listed }];
			}),
			besides: {
				count: insights.countOf(null),
				insights: insights.of(null, input.criterion === 'none')
			},
			talkList: weighed.talks.map(({ interviewId, at }) => {
				const thread = threads.get(interviewId);
				return {
					interviewId,
					name: thread?.name ?? '',
					at,
					minutes: thread ? minutesBetween(thread.startedAt, thread.endedAt) : null
				};
			}),
			counterEvidence: (await store.counterEvidenceOf(scope, theme.id)) ?? null,
			experiments,
			nextRung: nextRung(weighed.talks.length, done),
			openInterviews: countOpen(weighing.threads, theme.id),
			decisions: (await store.decisions(scope)).filter(({ themeId }) => themeId === theme.id),
			days: {
				from: addDays(today, 1),
				until: addDays(today, LOOK_AGAIN_WITHIN_DAYS),
				season: addDays(today, LOOK_AGAIN_AFTER_DAYS)
			}
		};
	}
});
