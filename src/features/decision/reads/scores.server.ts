import type { Instant } from '#kernel/clock.ts';
import type { Score } from '../rules/score.ts';
import type { Cell as WeighedCell } from '../rules/cell.ts';
import type { DealBreaker, Weighed } from '../rules/weighing.ts';
import type { Cell, DealBreaker as DealBreakerView, Heard, ScoreView } from '../schemas.ts';
import type { ThemeRow, ThreadRow } from '../store.server.ts';

/** Converts weighing results to the views of the schemas. */

export function toScoreView(score: Score | null): ScoreView | null {
	return score && { score: score.score, low: score.low, high: score.high };
}

/** The part of a theme's view that all lists share. */
export function themeFigures({ id, title, seat }: ThemeRow, { talks, insights, score }: Weighed) {
	return { id, title, seat, talks: talks.length, insights, score: toScoreView(score) };
}

export function toCellView(cell: WeighedCell): Cell {
	const { estimate, strongest } = cell;
	return {
		for: cell.for,
		between: cell.between,
		against: cell.against,
		talks: estimate.talks,
		strongest: strongest && { words: strongest.words, text: strongest.text }
	};
}

export function toHeardView({ saturation, silent, shallow }: Weighed): Heard {
	return { ...saturation, silent, shallow };
}

/** @param nameOf partner's name by interview id */
export function toDealBreakerView(
	{ criterion, heard, strongest }: DealBreaker,
	nameOf: (interviewId: string) => string
): DealBreakerView {
	return {
		criterion: criterion.text,
		heard,
		words: strongest.words,
		text: strongest.text,
		name: nameOf(strongest.interviewId)
	};
}

/** An interview that is neither held nor closed. */
function isAhead({ heldAt, thankedAt, closedAt }: ThreadRow): boolean {
	return heldAt === null && thankedAt === null && closedAt === null;
}

/** Number of a theme's interviews not finished, those that still need a thank-you included. */
export function countOpen(threads: readonly ThreadRow[], themeId: string): number {
	return threads.filter(
		(each) => each.themeId === themeId && each.thankedAt === null && each.closedAt === null
	).length;
}

/** The next agreed talk about a theme: the earliest in the future, then those without a time. */
export function agreedTalk(threads: readonly ThreadRow[], themeId: string, now: Instant) {
	const [first] = threads
		.filter((each) => each.themeId === themeId && isAhead(each) && each.agreedAt !== null)
		.map(({ id, name, startsAt }) => ({
			interviewId: id,
			name,
			startsAt: startsAt !== null && startsAt > now ? startsAt : null
		}))
		.toSorted((one, other) => ((one.startsAt ?? '~') < (other.startsAt ?? '~') ? -1 : 1));
	return first ?? null;
}

/** Number of a theme's interviews that are planned or asked, not agreed. */
export function countUnderWay(threads: readonly ThreadRow[], themeId: string): number {
	return threads.filter(
		(each) => each.themeId === themeId && isAhead(each) && each.agreedAt === null
	).length;
}
