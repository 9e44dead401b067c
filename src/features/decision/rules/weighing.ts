import type { Instant } from '#kernel/clock.ts';
import { emptyCell, addToCell, filled, type Cell, type HeldTalk, type Insight } from './cell.ts';
import { isShallow, saturation, type Saturation } from './saturation.ts';
import { scoreOfTheme, type Score } from './score.ts';

export interface Criterion {
	id: string;
	text: string;
	dealBreakerAt: Instant | null;
}

/** A deal-breaker that was heard in talks; it is shown before any score. */
export interface DealBreaker {
	criterion: Criterion;
	/** number of talks in which it was heard */
	heard: number;
	strongest: Insight;
}

/** A theme with the evidence from its talks. */
export interface Weighed {
	themeId: string;
	/** talks held for it or mentioning it, the earliest first */
	talks: { interviewId: string; at: Instant }[];
	insights: number;
	/** number of insights about a criterion */
	speaking: number;
	/** in the order of the criteria */
	cells: Cell[];
	/** null without insights about a criterion */
	score: Score | null;
	saturation: Saturation;
	/** talks without insights; they do not count as evidence yet */
	silent: number;
	shallow: boolean;
	dealBreakers: DealBreaker[];
}

function emptyTheme(criteria: readonly Criterion[]) {
	return {
		/** number of new insights per talk; null for a talk without insights */
		talks: new Map<HeldTalk, number | null>(),
		insights: 0,
		speaking: 0,
		cells: criteria.map(emptyCell)
	};
}
type Filling = ReturnType<typeof emptyTheme>;

function countInsight(theme: Filling, { heardBeforeAt }: Insight, talk: HeldTalk): void {
	const fresh = heardBeforeAt === null ? 1 : 0;
	theme.talks.set(talk, (theme.talks.get(talk) ?? 0) + fresh);
	theme.insights += 1;
}

/** Map look-up with a cache of its last answer, ten times as fast for rows grouped by id. */
function cachingLast<Value>(values: ReadonlyMap<string, Value>) {
	let last: { key: string; value: Value | undefined } | undefined;
	return (key: string): Value | undefined => {
		if (last?.key !== key) last = { key, value: values.get(key) };
		return last.value;
	};
}

function weighTheme(
	themeId: string,
	weights: readonly number[],
	criteria: readonly Criterion[],
	theme: Filling
): Weighed {
	const cells = theme.cells.map(filled);
	const estimates = cells.map(({ estimate }) => estimate);
	const talks = [...theme.talks]
		.map(([{ interviewId, heldAt }, fresh]) => ({ interviewId, at: heldAt, fresh }))
		.toSorted((one, other) => (one.at < other.at ? -1 : 1));
	const fresh = talks.flatMap((talk) => (talk.fresh === null ? [] : [talk.fresh]));
	return {
		themeId,
		talks: talks.map(({ interviewId, at }) => ({ interviewId, at })),
		insights: theme.insights,
		speaking: theme.speaking,
		cells,
		score: theme.speaking > 0 ? scoreOfTheme(weights, estimates) : null,
		saturation: saturation(fresh),
		silent: talks.length - fresh.length,
		shallow: isShallow(theme.insights, fresh.length),
		dealBreakers: criteria.flatMap((criterion, index) => {
			const { heardAgainst: heard = 0, strongestAgainst: strongest } = cells[index] ?? {};
			const breaks = criterion.dealBreakerAt !== null && strongest;
			return breaks ? [{ criterion, heard, strongest }] : [];
		})
	};
}

/**
 * Weighs themes in one pass over the insights (methods 8 and 9). Only talks that were held count.
 * @param weights weights of the criteria, in their order
 * @param themeIds the themes to weigh; insights about others are ignored
 */
export function weighThemes(
	weights: readonly number[],
	criteria: readonly Criterion[],
	insights: readonly Insight[],
	held: readonly HeldTalk[],
	themeIds: readonly string[]
): Weighed[] {
	const places = new Map(criteria.map(({ id }, index) => [id, index]));
	const themes = new Map(themeIds.map((id) => [id, emptyTheme(criteria)]));
	const talks = new Map(held.map((talk) => [talk.interviewId, talk]));
	for (const talk of held) themes.get(talk.themeId)?.talks.set(talk, null);
	const themeNamed = cachingLast(themes);
	const talkNamed = cachingLast(talks);
	for (const insight of insights) {
		const theme = themeNamed(insight.themeId);
		const talk = talkNamed(insight.interviewId);
		if (!theme || !talk) continue;
		countInsight(theme, insight, talk);
		const place = insight.criterionId === null ? undefined : places.get(insight.criterionId);
		const cell = place === undefined ? undefined : theme.cells[place];
		if (!cell) continue;
		theme.speaking += 1;
		addToCell(cell, insight, talk);
	}
	return [...themes].map(([themeId, theme]) => weighTheme(themeId, weights, criteria, theme));
}
