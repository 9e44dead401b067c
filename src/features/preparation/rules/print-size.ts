/** The texts of a brief as printed. */
export interface PrintedBrief {
	goals: readonly string[];
	/** sources, one text each */
	sources: readonly string[];
	questions: readonly string[];
	script: string;
	/** question and answer in one text each, answered ones only */
	answers: readonly string[];
	strengths: string;
}

/** Scales of the type for one page, the largest first [D]; the page uses their index. */
export const printScales = [1, 0.92, 0.84, 0.76, 0.69, 0.62] as const;

/** Lines and characters per line of a Letter page at full size, measured in a browser [D]. */
const LINES = 52;
const COLUMN = 54;
const WHOLE = 116;
/** Relative widths: questions are set larger, the script's serif is narrower. */
const LARGER = 1.1;
const NARROWER = 0.95;
/** Height of the sheet's head, and of a heading with its margin, in lines. */
const HEAD = 5;
const HEADING = 2.6;
/** Further height of a question, in lines: its topic and margin. */
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

/** Height of the longer of two columns, split where they are most even. */
function inTwoColumns(texts: readonly string[], characters: number, each: number): number {
	const breaks = texts.map((_, index) => {
		const first = linesOf(texts.slice(0, index + 1), characters, each);
		return Math.max(first, linesOf(texts.slice(index + 1), characters, each));
	});
	return Math.min(...breaks, linesOf(texts, characters, each));
}

/**
 * Height of a brief in lines.
 * @param wider factor of characters per line
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
 * Largest type size at which a brief fits on one printed page (method 5), A4 or Letter. At the
 * smallest size the rest continues on a second page.
 * @returns index in `printScales`
 */
export function printSize(brief: PrintedBrief): number {
	const fits = printScales.findIndex(
		(scale, place) => lines(brief, 1 / scale, place > 0) <= LINES / scale
	);
	return fits === -1 ? printScales.length - 1 : fits;
}
