import type { Scope } from '#server/scope.server.ts';
import { EarlierInsights } from '../rules/heard-before.ts';
import type { InsightView, InsightDetail } from '../schemas.ts';
import * as store from '../store.server.ts';

const aspectOf = ({ themeId, aspect }: { themeId: string; aspect: string }) =>
	`${themeId} ${aspect}`;

/** Index of earlier insights by theme and aspect, for the themes and aspects of these insights. */
async function earlierByAspect(
	scope: Scope,
	thread: { id: string; heldAt: string | null },
	rows: readonly store.ListedInsightRow[]
) {
	const wanted = new Set(rows.map(aspectOf));
	const others = rows.length > 0 ? await store.insightsOfOtherTalks(scope, thread.id) : [];
	const earlier = others.filter(
		(other) => (other.heldAt ?? '') < (thread.heldAt ?? '') && wanted.has(aspectOf(other))
	);
	const grouped = [...Map.groupBy(earlier, aspectOf)];
	return new Map(grouped.map(([aspect, said]) => [aspect, new EarlierInsights(said)]));
}

/** Views of a talk's insights, with criterion and similar earlier insight. */
export async function toInsightDetails(
	scope: Scope,
	thread: { id: string; heldAt: string | null },
	rows: readonly store.ListedInsightRow[]
): Promise<InsightDetail[]> {
	const earlier = await earlierByAspect(scope, thread, rows);
	return rows.map(({ criterionText, ...row }) => {
		// No suggestion once the explorer has marked it as heard before.
		const like = row.heardBeforeAt ? undefined : earlier.get(aspectOf(row))?.closestTo(row);
		return {
			...toInsightView(row),
			criterionId: criterionText === null ? null : row.criterionId,
			criterion: criterionText,
			like: like ? { text: like.words || like.text, personName: like.personName } : null
		};
	});
}

/** Converts a row to its view. */
export function toInsightView(row: store.InsightRow): InsightView {
	return { ...row, heard: row.heardBeforeAt === null ? 'new' : 'before' };
}
