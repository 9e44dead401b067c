import { isAlwaysAsked, type CoreCode } from './core-questions.ts';

/** What decides whether a question keeps its place. */
export interface Ranked {
	code: CoreCode | null;
	/** the source that answers it already */
	knownSourceId?: string | null;
	letGoAt?: string | null;
}

export interface Line<Question> {
	/** those that fit, in the order of asking */
	fitting: Question[];
	/** below the line, for when more time is offered */
	waiting: Question[];
	/** already known, so that each gave up its place */
	known: Question[];
	letGo: Question[];
}

/**
 * Draws the line under the questions that fit (method 5). The three that are always asked keep
 * their place whatever their rank; of the others the first ones do.
 * @param questions in the order of their rank
 * @param fit how many fit, see `questionsThatFit`; never fewer than the three
 */
export function drawLine<Question extends Ranked>(
	questions: readonly Question[],
	fit: number
): Line<Question> {
	const letGo = questions.filter((each) => each.letGoAt);
	const known = questions.filter((each) => !each.letGoAt && each.knownSourceId);
	const live = questions.filter((each) => !each.letGoAt && !each.knownSourceId);
	let free = fit - live.filter((each) => isAlwaysAsked(each.code)).length;
	const fitting: Question[] = [];
	const waiting: Question[] = [];
	for (const each of live) {
		if (isAlwaysAsked(each.code)) fitting.push(each);
		else (free-- > 0 ? fitting : waiting).push(each);
	}
	return { fitting, waiting, known, letGo };
}

/** The live questions as they stand on the page: those that fit, then those that wait. */
export function liveQuestions<Question>(line: Line<Question>): Question[] {
	return [...line.fitting, ...line.waiting];
}

/**
 * Where a live question goes when it is to come one step earlier: a step up, or over the line in
 * the place of the last that is not always asked.
 * @param index its place in `inSight`, from 0
 * @returns the place to move to, from 0; nothing where it cannot come earlier
 */
export function earlierPlace(line: Line<Ranked>, index: number): number | undefined {
	if (index === 0) return undefined;
	if (index !== line.fitting.length) return index - 1;
	const last = line.fitting.findLastIndex((each) => !isAlwaysAsked(each.code));
	return last === -1 ? undefined : last;
}

/**
 * Where a live question goes when it is to come one step later.
 * @param index its place in `inSight`, from 0
 * @returns the place to move to, from 0; nothing where it cannot come later
 */
export function laterPlace(line: Line<Ranked>, index: number): number | undefined {
	const all = liveQuestions(line);
	if (index >= all.length - 1) return undefined;
	const crosses = index === line.fitting.length - 1;
	if (crosses && isAlwaysAsked(all[index]?.code ?? null)) return undefined;
	return index + 1;
}

/**
 * Ranks after the live questions were put in another order: they share out the ranks they had, so
 * that what is let go or known keeps its own.
 * @param live in the new order, each with the rank it had
 * @returns those whose rank changes
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
