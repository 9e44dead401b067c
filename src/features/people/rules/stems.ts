import { fold } from '#method/folding.ts';

/**
 * Endings that are cut off, longest first: editing and editor both become `edit`. A light stemmer of
 * our own: a stem can be wrong, but both sides of a comparison are stemmed alike. [D]
 */
const endings =
	'ements ement ments ment ists ist ians ian ings ing ions ion ures ure yers yer ers ors ery er or ies es y e s'.split(
		' '
	);
/** Shortest stem in characters; a shorter one would be too ambiguous. */
const shortest = 3;

/** Words of titles that say nothing about the work. */
const untelling = new Set(
	'a an and as at for in of on or the to with other all general senior junior lead head chief assistant associate deputy vice principal staff trainee intern apprentice freelance freelancing manager management director specialist officer worker working work job career field professional expert consultant coordinator supervisor technician operator representative'.split(
		' '
	)
);

/** Whether a folded word says something about the work. */
export const isTelling = (word: string): boolean => !untelling.has(word);

function stemOf(word: string): string {
	if (!/^[a-z]+$/.test(word)) return word;
	const ending = endings.find(
		(each) => word.endsWith(each) && word.length - each.length >= shortest
	);
	if (!ending) return word;
	// Drops the r of carpentry and forestry, so that they match carpenter and forester; science and scientist
	// become one.
	return word
		.slice(0, -ending.length)
		.replace(/([^aeiou]{2})r$/, '$1')
		.replace(/nc$/, 'nt');
}

/**
 * The distinct stems of a text, in order.
 * @returns stems of its meaningful words; of all its words if none is meaningful
 */
export function stemsOf(text: string): string[] {
	const words = fold(text).split(' ').filter(Boolean);
	const telling = words.filter(isTelling);
	return [...new Set((telling.length > 0 ? telling : words).map(stemOf))];
}
