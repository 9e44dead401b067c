import Papa, { type ParseResult } from 'papaparse';

/**
 * Parses a CSV text with `\n` line ends by papaparse: rows, and errors of quotation marks. Calls its
 * parser directly, without the layers for streams and headers, which cost more than the parsing itself
 * for single lines.
 */
export function parse(
	text: string,
	delimiter: string
): Pick<ParseResult<string[]>, 'data' | 'errors'> {
	return new Papa.Parser({ delimiter, newline: '\n' }).parse(text, 0, false);
}
