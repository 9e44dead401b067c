import { isAlwaysAsked, type CoreCode } from './core-questions.ts';

/** The properties that decide whether a question fits. */
export interface Ranked {
	code: CoreCode | null;
	/** id of the source that answers it */
	knownSourceId?: string | null;
	removedAt?: string | null;
}

export interface Line<Question> {
	/** questions that fit, in the order of asking */
	fitting: Question[];
	/** questions below the line, for additional time */
	waiting: Question[];
	/** questions answered by a source, which take no place */
	known: Question[];
	removed: Question[];
}

/**
 * Divides questions by what fits into the talk (method 5). The three of every brief always fit; of
 * the others the first ones do.
 * @param questions questions by rank
 * @param fit number that fits, see `questionsThatFit`; at least three
 */
export function drawLine<Question extends Ranked>(
	questions: readonly Question[],
	fit: number
): Line<Question> {
	const removed = questions.filter((each) => each.removedAt);
	const known = questions.filter((each) => !each.removedAt && each.knownSourceId);
	const live = questions.filter((each) => !each.removedAt && !each.knownSourceId);
	let free = fit - live.filter((each) => isAlwaysAsked(each.code)).length;
	const fitting: Question[] = [];
	const waiting: Question[] = [];
	for (const each of live) {
		if (isAlwaysAsked(each.code)) fitting.push(each);
		else (free-- > 0 ? fitting : waiting).push(each);
	}
	return { fitting, waiting, known, removed };
}

/** Live questions in the order of the page: those that fit, then those that wait. */
export function liveQuestions<Question>(line: Line<Question>): Question[] {
	return [...line.fitting, ...line.waiting];
}

/**
 * Target of moving a live question one step earlier: one place up, or across the line to the place
 * of the last question not in every brief.
 * @param index its index in `liveQuestions`
 * @returns the target index; undefined when it cannot move
 */
export function earlierPlace(line: Line<Ranked>, index: number): number | undefined {
	if (index === 0) return undefined;
	if (index !== line.fitting.length) return index - 1;
	const last = line.fitting.findLastIndex((each) => !isAlwaysAsked(each.code));
	return last === -1 ? undefined : last;
}

/**
 * Target of moving a live question one step later.
 * @param index its index in `liveQuestions`
 * @returns the target index; undefined when it cannot move
 */
export function laterPlace(line: Line<Ranked>, index: number): number | undefined {
	const all = liveQuestions(line);
	if (index >= all.length - 1) return undefined;
	const crosses = index === line.fitting.length - 1;
	if (crosses && isAlwaysAsked(all[index]?.code ?? null)) return undefined;
	return index + 1;
}

/**
 * Ranks after a reordering of live questions: they share the ranks they had; others keep theirs.
 * @param live live questions in the new order, with their former ranks
 * @returns the questions whose rank changes
 */
export function newRanks<Item extends { id: string; rank: number }>(
	live: readonly Item[]
): { id: string; rank: number }[] {
	const ranks = live.map(({ rank }) => rank).toSorted((one, other) => one - other);
	return live.flatMap(({ id, rank }, index) => {
		const next = ranks[index] ?? rank;
		return next === rank ? [] : [{ id, rank: next }];
	});
}
