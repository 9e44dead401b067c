import { fold, textKey } from '#method/folding.ts';

/** A range of folded keys: all that begin with a prefix. */
export interface Range {
	key: 'name_key' | 'family_key';
	prefix: string;
}

/** Plan of a search: names that begin with it first, then people whose text contains all its parts. */
export interface SearchPlan {
	ranges: Range[];
	/** parts that the text must all contain; none for a single letter, which would match nearly everybody */
	parts: string[];
}

/** Most words of a search; further ones are ignored. */
const mostParts = 8;

/** Scripts in which names are written without a space, family name first. */
const unspaced =
	/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}ー]{2,6}$/u;

/** Exclusive upper bound of all texts with a prefix, in bytewise order. */
export function endOf(prefix: string): string {
	return `${prefix}\u{10ffff}`;
}

/**
 * Plans the search for a typed text.
 * @returns undefined when it contains nothing searchable
 */
export function planSearch(typed: string): SearchPlan | undefined {
	const folded = fold(typed);
	// A text of emoji only is its own key and has no words.
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

/** One or two letters match the beginning of a word only; longer parts match anywhere in a word. */
function within(part: string): string {
	return [...part].length > 2 ? part : ` ${part}`;
}

/**
 * The search text of a person: folded, with a space at both ends, so that short parts can be matched
 * at the beginning of words.
 */
export function searchWords(nameKey: string, ...folded: string[]): string {
	return ` ${[nameKey, ...folded].filter(Boolean).join(' ')} `;
}

/** The search text of a person, from the searched columns. */
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
