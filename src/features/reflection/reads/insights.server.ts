import type { Scope } from '#server/scope.server.ts';
import { EarlierInsights } from '../rules/heard-before.ts';
import type { InsightSeen, InsightShown } from '../shapes.ts';
import * as store from '../store.server.ts';

/** What earlier partners said, by theme and aspect, each read once. */
class EarlierByAspect {
	readonly #heardAt: string;
	readonly #others: readonly store.OtherInsight[];
	readonly #read = new Map<string, EarlierInsights<store.OtherInsight>>();

	constructor(others: readonly store.OtherInsight[], heldAt: string | null) {
		this.#others = others;
		this.#heardAt = heldAt ?? '';
	}

	of({ themeId, aspect }: store.SeenInsightRow): EarlierInsights<store.OtherInsight> {
		const key = `${themeId} ${aspect}`;
		const known = this.#read.get(key);
		if (known) return known;
		const earlier = this.#others.filter(
			(other) =>
				other.themeId === themeId && other.aspect === aspect && (other.heldAt ?? '') < this.#heardAt
		);
		const read = new EarlierInsights(earlier);
		this.#read.set(key, read);
		return read;
	}
}

/** What an earlier partner said that comes close, unless the explorer decided already. */
function likeOf(row: store.SeenInsightRow, earlier: EarlierByAspect): InsightShown['like'] {
	if (row.heardBeforeAt) return null;
	const found = earlier.of(row).closestTo(row);
	return found ? { text: found.words || found.text, personName: found.personName } : null;
}

/** The insights of a talk with their criterion, and with what was heard before. */
export async function shownInsights(
	scope: Scope,
	thread: { id: string; heldAt: string | null },
	rows: readonly store.SeenInsightRow[]
): Promise<InsightShown[]> {
	const others = rows.length > 0 ? await store.insightsOfOtherTalks(scope, thread.id) : [];
	const earlier = new EarlierByAspect(others, thread.heldAt);
	return rows.map(({ criterionText, ...row }) => ({
		...seenInsight(row),
		criterionId: criterionText === null ? null : row.criterionId,
		criterion: criterionText,
		like: likeOf({ ...row, criterionText }, earlier)
	}));
}

/** An insight as the doors show it. */
export function seenInsight({ heardBeforeAt, ...row }: store.InsightRow): InsightSeen {
	return { ...row, heard: heardBeforeAt === null ? 'new' : 'before' };
}
