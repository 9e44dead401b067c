import { withoutDirections } from '#kernel/texts.ts';

/** Fast path for most cells: printable ASCII with single spaces. */
const plain = /^(?:[!-~]+(?: [!-~]+)*)?$/;
/** Control characters and every white space that is not one plain space. */
const untidy = /[\p{Cc}\p{Zl}\p{Zp}\ufeff\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]| {2}/u;
const gaps = /[\p{Cc}\s\ufeff]+/gu;

/** Text of invisible characters only (joiners, fillers); it does not count as a name. */
const drawnAsNothing = /^[\s\p{Cf}\u115f\u1160\u3164\uffa0\u2800]*$/u;

/**
 * A cell cleaned for display: runs of white space, line breaks and control characters become one
 * space; characters that change the direction of writing are removed.
 */
export function tidy(cell: string): string {
	if (plain.test(cell)) return cell;
	const text = withoutDirections(cell);
	return untidy.test(text) ? text.replace(gaps, ' ').trim() : text.trim();
}

/**
 * A cleaned part of a name. LinkedIn writes `undefined` or `null` for a missing name; they are dropped
 * in lower case only, since Null is a family name.
 */
export function tidyName(cell: string): string {
	if (cell === 'undefined' || cell === 'null') return '';
	if (plain.test(cell)) return cell;
	const name = tidy(cell);
	return name === 'undefined' || name === 'null' || drawnAsNothing.test(name) ? '' : name;
}
