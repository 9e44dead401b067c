import { fold } from '#method/folding.ts';

/**
 * Endings that tell the work from who does it, longest first: editing and editor are both `edit`.
 * A light stemmer of our own: wrong at times, alike for both sides of a comparison always. [D]
 */
const endings =
	'ements ement ments ment ists ist ians ian ings ing ions ion ures ure yers yer ers ors ery er or ies es y e s'.split(
		' '
	);
/** A stem shorter than this stands for too much. */
const shortest = 3;

/** Words that stand in titles of every kind and tell nothing of the work. */
const untelling = new Set(
	'a an and as at for in of on or the to with other all general senior junior lead head chief assistant associate deputy vice principal staff trainee intern apprentice freelance freelancing manager management director specialist officer worker working work job career field professional expert consultant coordinator supervisor technician operator representative'.split(
		' '
	)
);

function stemOf(word: string): string {
	if (!/^[a-z]+$/.test(word)) return word;
	const ending = endings.find(
		(each) => word.endsWith(each) && word.length - each.length >= shortest
	);
	if (!ending) return word;
	// Carpentry and forestry keep an r that carpenter and forester do not.
	return word.slice(0, -ending.length).replace(/([^aeiou]{2})r$/, '$1');
}

/**
 * What the words of a text are about, each once, in the order they stand.
 * @returns stems of the telling words; of all its words where none tells anything
 */
export function stemsOf(text: string): string[] {
	const words = fold(text).split(' ').filter(Boolean);
	const telling = words.filter((word) => !untelling.has(word));
	return [...new Set((telling.length > 0 ? telling : words).map(stemOf))];
}
