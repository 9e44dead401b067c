/** Every control character but the line break. */
const controls = /[^\P{Cc}\n]/gu;
/** Bidirectional overrides, embeddings and isolates: they can reverse the text around them. */
const directions = /[\u202a-\u202e\u2066-\u2069]/g;
const lineBreaks = /\r\n?|[\u0085\u2028\u2029]/g;
const gaps = /[\t\n]+/g;

/**
 * Normalises a one-line text for storage: line breaks and tabs become a space, other control characters
 * are removed, a lone surrogate becomes U+FFFD.
 */
export function plainLine(text: string): string {
	return plainText(text).replace(gaps, ' ');
}

/** Removes bidirectional control characters. */
export function withoutDirections(text: string): string {
	return text.replace(directions, '');
}

/** Normalises a multi-line text for storage: of the control characters only `\n` and tabs remain. */
export function plainText(text: string): string {
	return withoutDirections(text)
		.toWellFormed()
		.replace(lineBreaks, '\n')
		.replace(controls, (control) => (control === '\t' ? control : ''));
}

/**
 * Shortens a text without splitting a surrogate pair.
 * @param limit UTF-16 code units
 */
export function cut(text: string, limit: number): string {
	if (text.length <= limit) return text;
	const last = text.charCodeAt(limit - 1);
	const splitsPair = last >= 0xd800 && last <= 0xdbff;
	return text.slice(0, splitsPair ? limit - 1 : limit).trimEnd();
}

/**
 * Comparator for `sort` by code units, the order of both databases, so that it is the same on every
 * machine.
 */
export function compareTexts(one: string, other: string): number {
	return one < other ? -1 : one > other ? 1 : 0;
}
