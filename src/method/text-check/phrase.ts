import type { Reading, Sentence, Span } from './reading.ts';

/**
 * Compiles phrases for flattened text to a regular expression. A blank matches one to three spaces, ` ?`
 * none to three, ` .. ` up to four words between, ` ,. ` up to seven words with commas. Every repetition
 * is bounded, so that matching takes linear time.
 */
export function phrase(source: string): RegExp {
	const gap = "(?: {1,3}[\\w'-]{1,24}){0,4} {1,3}";
	const gapWithComma = "(?:,? {1,3}[\\w'-]{1,24}){0,7},? {1,3}";
	const body = source
		.replaceAll(' ,. ', '\u0000')
		.replaceAll(' .. ', '\u0001')
		.replaceAll(' ?', '\u0002')
		.replaceAll(' ', ' {1,3}')
		.replaceAll('\u0002', ' {0,3}')
		.replaceAll('\u0000', gapWithComma)
		.replaceAll('\u0001', gap);
	return new RegExp(`(?<!\\w)(?:${body})(?!\\w)`, 'g');
}

/** Maximum number of matches; more than this is not a message. */
const mostHits = 50;

/** The spans of a phrase in a flattened text, at most 50, shifted by `offset` characters. */
export function placesOf(pattern: RegExp, plain: string, offset = 0): Span[] {
	const spans: Span[] = [];
	pattern.lastIndex = 0;
	for (const hit of plain.matchAll(pattern)) {
		const from = offset + hit.index;
		spans.push({ from, to: from + hit[0].length });
		if (spans.length === mostHits) break;
	}
	return spans;
}

/** The first span of a phrase in a reading, or in one of its sentences. */
export function placeOf(pattern: RegExp, within: Reading | Sentence): Span | undefined {
	return placesOf(pattern, within.plain, 'from' in within ? within.from : 0)[0];
}

/** Whether a phrase occurs in a flattened text. */
export function has(pattern: RegExp, plain: string): boolean {
	pattern.lastIndex = 0;
	return pattern.test(plain);
}

const negation = phrase(
	"not|no|never|nothing|without|nor|neither|none|zero|cannot|dont|\\w{2,6}n't|rather than|instead of|far from"
);
/** Negations that do not deny the request: "I don't know if you are hiring" still asks. */
const idleNegation = phrase(
	"(?:do not|don't|not) (?:know|sure|certain)|no idea|not only|no doubt|why not|if not|hesitate"
);
const turn = /[;:.!?]|(?<!\w)(?:but|however|though|although|yet|still|if|unless)(?!\w)/g;

/**
 * Whether the words at offset `at` are negated within their clause: "not asking for a job", "no
 * openings". Words such as "but" or "if" end the scope of a negation.
 */
export function isNegated(plain: string, at: number): boolean {
	let clause = plain.slice(Math.max(0, at - 90), at);
	for (const hit of clause.matchAll(turn)) clause = ' '.repeat(hit.index) + clause.slice(hit.index);
	return has(negation, clause.replace(idleNegation, ' '));
}
