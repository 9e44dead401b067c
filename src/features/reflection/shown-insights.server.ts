import type { Scope } from '#server/scope.server.ts';
import { seenInsight } from './operations/insights.server.ts';
import { heardBefore } from './rules/heard-before.ts';
import type { InsightShown } from './shapes.ts';
import * as store from './store.server.ts';

/** What an earlier partner said that comes close, unless the explorer decided already. */
function likeOf(
	row: store.SeenInsightRow,
	heldAt: string | null,
	others: readonly store.OtherInsight[]
): InsightShown['like'] {
	if (row.heardBeforeAt) return null;
	const earlier = others.filter(
		(other) =>
			other.themeId === row.themeId &&
			other.aspect === row.aspect &&
			(other.heldAt ?? '') < (heldAt ?? '')
	);
	const found = heardBefore(row, earlier);
	return found ? { text: found.words || found.text, personName: found.personName } : null;
}

/** The insights of a talk with their criterion, and with what was heard before. */
export async function shownInsights(
	scope: Scope,
	thread: { id: string; heldAt: string | null },
	rows: readonly store.SeenInsightRow[]
): Promise<InsightShown[]> {
	const others = rows.length > 0 ? await store.insightsOfOtherTalks(scope, thread.id) : [];
	return rows.map(({ criterionText, ...row }) => ({
		...seenInsight(row),
		criterionId: criterionText === null ? null : row.criterionId,
		criterion: criterionText,
		like: likeOf({ ...row, criterionText }, thread.heldAt, others)
	}));
}
