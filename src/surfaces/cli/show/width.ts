import stringWidth from 'string-width';

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** @returns columns that a text takes in a terminal */
export const textWidth = (text: string): number => stringWidth(text);

/**
 * Pads a text with spaces to a width, or cuts it off with "…".
 * @param columns at least 1
 */
export function fitTo(text: string, columns: number): string {
	const width = textWidth(text);
	if (width <= columns) return text + ' '.repeat(columns - width);
	let result = '';
	let usedColumns = 0;
	for (const { segment } of graphemes.segment(text)) {
		const next = textWidth(segment);
		if (usedColumns + next > columns - 1) break;
		result += segment;
		usedColumns += next;
	}
	return `${result}…${' '.repeat(columns - 1 - usedColumns)}`;
}

/**
 * Replaces control characters and bidirectional overrides with a dot, so that text of other people cannot
 * control the terminal.
 */
export function maskControls(text: string): string {
	return text.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, '·');
}

/** The same with all white space as single spaces, on one line. */
export function oneLine(text: string): string {
	return maskControls(text.replace(/\s+/g, ' ').trim());
}
