import type { Reading, Sentence, Span } from './reading.ts';

/**
 * Compiles phrases that are looked for in flattened text. A blank stands for one to three spaces,
 * ` ?` for none to three, ` .. ` for up to four words between, ` ,. ` for up to seven with commas
 * allowed. Every repetition is bounded, so that no text makes the search slow.
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

/** Enough to explain; a text with more hits than this is not a message. */
const mostHits = 50;

/** All places of a phrase in a flattened text, at most 50, moved by `offset` characters. */
export function placesOf(pattern: RegExp, plain: string, offset = 0): Span[] {
	const places: Span[] = [];
	pattern.lastIndex = 0;
	for (const hit of plain.matchAll(pattern)) {
		const from = offset + hit.index;
		places.push({ from, to: from + hit[0].length });
		if (places.length === mostHits) break;
	}
	return places;
}

/** The first place of a phrase in a reading, or in one of its sentences. */
export function placeOf(pattern: RegExp, within: Reading | Sentence): Span | undefined {
	return placesOf(pattern, within.plain, 'from' in within ? within.from : 0)[0];
}

/** Whether a phrase stands anywhere in a flattened text. */
export function has(pattern: RegExp, plain: string): boolean {
	pattern.lastIndex = 0;
	return pattern.test(plain);
}

const negation = phrase(
	"not|no|never|nothing|without|nor|neither|none|zero|cannot|dont|\\w{2,6}n't|rather than|instead of|far from"
);
/** "I don't know if you are hiring" asks; its negation is about the knowing. */
const idleNegation = phrase(
	"(?:do not|don't|not) (?:know|sure|certain)|no idea|not only|no doubt|why not|if not|hesitate"
);
const turn = /[;:.!?]|(?<!\w)(?:but|however|though|although|yet|still|if|unless)(?!\w)/g;

/**
 * Whether what stands at `at` is denied in its own clause: "not asking for a job", "no openings".
 * A turn such as "but" or "if" ends the reach of a negation.
 */
export function isNegated(plain: string, at: number): boolean {
	let clause = plain.slice(Math.max(0, at - 90), at);
	for (const hit of clause.matchAll(turn)) clause = ' '.repeat(hit.index) + clause.slice(hit.index);
	return has(negation, clause.replace(idleNegation, ' '));
}
