const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Characters that a terminal draws two columns wide (Unicode's East Asian Width W and F, emoji). */
const wide =
	/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}\p{Emoji_Presentation}\u3000-\u303e\u30fc\uff01-\uff60\uffe0-\uffe6]|\ufe0f/u;
/** Half-width Katakana and Hangul are narrow although their scripts are wide. */
const narrow = /^[\uff61-\uffdc]/u;

function widthOf(grapheme: string): number {
	if (/^[\p{M}\p{Cf}]+$/u.test(grapheme)) return 0;
	return wide.test(grapheme) && !narrow.test(grapheme) ? 2 : 1;
}

/** the number of terminal columns that a text takes */
export function textWidth(text: string): number {
	if (/^[\u0020-\u007e]*$/.test(text)) return text.length;
	let width = 0;
	for (const { segment } of graphemes.segment(text)) width += widthOf(segment);
	return width;
}

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
		const next = widthOf(segment);
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
