/** Every control character but the line break. */
const controls = /[^\P{Cc}\n]/gu;
const lineBreaks = /\r\n?|[\u0085\u2028\u2029]/g;
const gaps = /[\t\n]+/g;

/**
 * A text of one line as it is kept: line breaks and tabs become a space, other control characters
 * go, half a surrogate pair becomes the replacement character.
 */
export function plainLine(text: string): string {
	return plainText(text).replace(gaps, ' ');
}

/** A text of several lines as it is kept: only `\n` and tabs stay of its control characters. */
export function plainText(text: string): string {
	return text
		.toWellFormed()
		.replace(lineBreaks, '\n')
		.replace(controls, (control) => (control === '\t' ? control : ''));
}
