import { withoutDirections } from '#kernel/texts.ts';

/** What nearly every cell is: printable ASCII with single spaces between. */
const plain = /^(?:[!-~]+(?: [!-~]+)*)?$/;
/** Control characters and every white space that is not one plain space. */
const untidy = /[\p{Cc}\p{Zl}\p{Zp}\ufeff\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]| {2}/u;
const gaps = /[\p{Cc}\s\ufeff]+/gu;

/** Joiners and fillers that are drawn as nothing: a name made of them is no name. */
const drawnAsNothing = /^[\s\p{Cf}\u115f\u1160\u3164\uffa0\u2800]*$/u;

/**
 * A cell as it is shown: one space where white space, line breaks or control characters were, and
 * nothing that turns the direction of writing.
 */
export function tidy(cell: string): string {
	if (plain.test(cell)) return cell;
	const text = withoutDirections(cell);
	return untidy.test(text) ? text.replace(gaps, ' ').trim() : text.trim();
}

/**
 * A part of a name. LinkedIn writes the words `undefined` and `null` where a name is missing;
 * in lower case only, since Null is a family name.
 */
export function tidyName(cell: string): string {
	if (cell === 'undefined' || cell === 'null') return '';
	if (plain.test(cell)) return cell;
	const name = tidy(cell);
	return name === 'undefined' || name === 'null' || drawnAsNothing.test(name) ? '' : name;
}
