import type { InsightView } from '../schemas.ts';
import type { InsightRow } from '../store.server.ts';
import type { Weighing } from './weighing.server.ts';

/** Insights listed per criterion by default [D]. */
const SHOWN = 5;

/** Lists the insights of one theme by criterion, the newest talk first. */
export function insightsByCriterion(rows: readonly InsightRow[], { criteria, talks }: Weighing) {
	const standing = new Set(criteria.map(({ id }) => id));
	const held = rows.flatMap((row) => {
		const talk = talks.get(row.interviewId);
		return talk ? [{ row, talk }] : [];
	});
	const grouped = Map.groupBy(held, ({ row: { criterionId } }) =>
		criterionId !== null && standing.has(criterionId) ? criterionId : null
	);
	const shaped = (row: InsightRow, talk: { name: string; at: string }): InsightView => ({
		id: row.id,
		interviewId: row.interviewId,
		name: talk.name,
		words: row.words,
		text: row.text,
		aspect: row.aspect,
		stance: row.stance,
		strength: row.strength,
		talkAt: talk.at
	});
	return {
		/** @param criterionId null for insights about no criterion */
		countOf: (criterionId: string | null): number => grouped.get(criterionId)?.length ?? 0,
		/** @param all lists all of them, not only the newest few */
		of: (criterionId: string | null, all: boolean): InsightView[] =>
			(grouped.get(criterionId) ?? [])
				.toSorted((one, other) => (one.talk.at < other.talk.at ? 1 : -1))
				.slice(0, all ? undefined : SHOWN)
				.map(({ row, talk }) => shaped(row, talk))
	};
}
