/** The texts of a brief as they stand on paper. */
export interface PrintedBrief {
	goals: readonly string[];
	/** what is known already, one text a source */
	sources: readonly string[];
	questions: readonly string[];
	script: string;
	/** question and answer in one text each, those that are written */
	answers: readonly string[];
	strengths: string;
}

/** Type sizes for one page, the largest first; the page names them by their place [D]. */
export const printScales = [1, 0.92, 0.84, 0.76, 0.69, 0.62] as const;

/** What a page of Letter, the shorter of the two, holds at full size [D]: measured in a browser. */
const LINES = 52;
const COLUMN = 54;
const WHOLE = 116;
/** Questions are set a little larger; the script's serif is a little narrower. */
const LARGER = 1.1;
const NARROWER = 0.95;
/** Lines of the head of the sheet, and of a heading with the room above it. */
const HEAD = 5;
const HEADING = 2.6;
/** Lines of a question beside its words: what it is about, and the room after it. */
const ABOUT = 1;
const ROOM = 0.5;

function linesOf(texts: readonly string[], characters: number, each: number): number {
	return texts
		.flatMap((text) => [
			each,
			...text.split('\n').map((line) => Math.ceil(line.length / characters))
		])
		.reduce((lines, more) => lines + more, 0);
}

/** The longer of two columns, broken between texts where it makes them most even. */
function inTwoColumns(texts: readonly string[], characters: number, each: number): number {
	const breaks = texts.map((_, index) => {
		const first = linesOf(texts.slice(0, index + 1), characters, each);
		return Math.max(first, linesOf(texts.slice(index + 1), characters, each));
	});
	return Math.min(...breaks, linesOf(texts, characters, each));
}

/**
 * How many lines a brief takes.
 * @param wider how many times the usual characters stand in a line
 * @param tight questions and answers in two columns each, as below full size
 */
function lines(brief: PrintedBrief, wider: number, tight: boolean): number {
	const column = COLUMN * wider;
	const full = WHOLE * wider;
	const known = Math.max(linesOf(brief.goals, column, ROOM), linesOf(brief.sources, column, ROOM));
	const questions = tight
		? inTwoColumns(brief.questions, column / LARGER, ABOUT + ROOM)
		: linesOf(brief.questions, full / LARGER, ABOUT + ROOM);
	const script = linesOf([brief.script], (tight ? full : column) / NARROWER, 0);
	const answers = tight
		? script + HEADING + inTwoColumns(brief.answers, column, 1 + ROOM)
		: Math.max(script, linesOf(brief.answers, column, 1 + ROOM));
	return HEAD + 4 * HEADING + known + questions + answers + linesOf([brief.strengths], full, 0);
}

/**
 * Which size of type lets a brief fit on one printed page (method 5), A4 or Letter. What does not
 * fit at the smallest goes on to a second page: no text is lost.
 * @returns place in `printScales`
 */
export function printSize(brief: PrintedBrief): number {
	const fits = printScales.findIndex(
		(scale, place) => lines(brief, 1 / scale, place > 0) <= LINES / scale
	);
	return fits === -1 ? printScales.length - 1 : fits;
}
