import { fold, textKey } from '#method/folding.ts';

/** A stretch of a folded key: everything that begins with the prefix. */
export interface Range {
	key: 'name_key' | 'family_key';
	prefix: string;
}

/** How a search is answered: names that begin like it first, then whoever's words hold it all. */
export interface SearchPlan {
	ranges: Range[];
	/** parts that must all stand in the words; none where one letter would match nearly everybody */
	parts: string[];
}

/** A search of more words than this finds nobody that these did not. */
const mostParts = 8;

/** Scripts that write a name without a space, family name first. */
const unspaced =
	/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]{2,6}$/u;

/** The first text beyond everything that begins with a prefix, where text sorts bytewise. */
export function endOf(prefix: string): string {
	return `${prefix}\u{10ffff}`;
}

/**
 * Plans a search for what somebody typed.
 * @returns undefined when nothing in it can be searched for
 */
export function planSearch(typed: string): SearchPlan | undefined {
	const folded = fold(typed);
	// A name of nothing but emoji keeps its original as its key; no part of it is a word.
	const words = textKey(typed);
	if (!words) return undefined;
	const ranges: Range[] = [
		{ key: 'name_key', prefix: words },
		{ key: 'family_key', prefix: words }
	];
	if (unspaced.test(words)) {
		const letters = [...words];
		for (let at = 1; at < letters.length; at += 1) {
			const prefix = `${letters.slice(0, at).join('')} ${letters.slice(at).join('')}`;
			ranges.push({ key: 'family_key', prefix });
		}
	}
	const parts = folded.split(' ').slice(0, mostParts);
	return { ranges, parts: parts.some((part) => [...part].length > 1) ? parts.map(within) : [] };
}

/** One or two letters count where a word begins with them; more count anywhere in a word. */
function within(part: string): string {
	return [...part].length > 2 ? part : ` ${part}`;
}

/**
 * The text a person is searched by: folded, with a space at both ends, so that short words can be
 * asked for as whole words.
 */
export function searchWords(nameKey: string, ...folded: string[]): string {
	return ` ${[nameKey, ...folded].filter(Boolean).join(' ')} `;
}

/** The columns of a person that are searched, folded and put together. */
export function wordsOf(person: {
	name_key: string;
	company: string;
	position: string;
	place: string;
}): string {
	return searchWords(
		person.name_key,
		fold(person.company),
		fold(person.position),
		fold(person.place)
	);
}
