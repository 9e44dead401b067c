/** Every control character but the line break. */
const controls = /[^\P{Cc}\n]/gu;
/** Overrides, embeddings and isolates of direction: they let a text turn round what stands beside it. */
const directions = /[\u202a-\u202e\u2066-\u2069]/g;
const lineBreaks = /\r\n?|[\u0085\u2028\u2029]/g;
const gaps = /[\t\n]+/g;

/**
 * A text of one line as it is kept: line breaks and tabs become a space, other control characters
 * go, half a surrogate pair becomes the replacement character.
 */
export function plainLine(text: string): string {
	return plainText(text).replace(gaps, ' ');
}

/** A text without the characters that turn the direction of what is written around them. */
export function withoutDirections(text: string): string {
	return text.replace(directions, '');
}

/** A text of several lines as it is kept: only `\n` and tabs stay of its control characters. */
export function plainText(text: string): string {
	return withoutDirections(text)
		.toWellFormed()
		.replace(lineBreaks, '\n')
		.replace(controls, (control) => (control === '\t' ? control : ''));
}

/**
 * Shortens a text, never through the middle of a character.
 * @param limit UTF-16 units
 */
export function cut(text: string, limit: number): string {
	if (text.length <= limit) return text;
	const last = text.charCodeAt(limit - 1);
	const splitsPair = last >= 0xd800 && last <= 0xdbff;
	return text.slice(0, splitsPair ? limit - 1 : limit).trimEnd();
}

/** Bytewise, as the stores sort, so that an order is the same on every machine; for `sort`. */
export function compareTexts(one: string, other: string): number {
	return one < other ? -1 : one > other ? 1 : 0;
}
