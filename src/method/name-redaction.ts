/** Redacts the name of a person in texts that belong to the interviews of others. */

/** Scripts without spaces between words, where a name has no word boundaries. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
/** A single part of a name counts only where it is capitalised: "Will", not "will". */
const nameLike = /^[\p{Lu}\p{Lt}\p{Lo}]/u;
const letter = '[\\p{L}\\p{M}\\p{N}]';

/** Matches a name as a whole word, also in the genitive. */
function asWord(name: string, flags: string): RegExp {
	const literal = name.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
	return unspaced.test(name)
		? new RegExp(literal, flags)
		: new RegExp(`(?<!${letter})${literal}(?=s?(?!${letter}))`, flags);
}

/**
 * Patterns for the names of a person: the full name in any case, and each part of it as written, except
 * the parts that the partner's name has too.
 * @param partner name of the partner; without it only the full name counts
 */
export function namePatterns(name: string, partner?: string): RegExp[] {
	const fullName = asWord(name, 'giu');
	if (partner === undefined) return [fullName];
	const theirs = new Set(partner.toLowerCase().split(/\s+/));
	const parts = name
		.split(/\s+/)
		.filter((part) => [...part].length > 1 && nameLike.test(part))
		.filter((part) => !theirs.has(part.toLowerCase()));
	return [fullName, ...parts.map((part) => asWord(part, 'gu'))];
}

export function containsName(text: string, names: readonly RegExp[]): boolean {
	return names.some((name) => text.search(name) >= 0);
}

/**
 * The replacement of a name, capitalised at the start of a sentence, so that a sent text stays readable.
 */
function placeholder(before: string): string {
	return /(?:^|[.!?\n])\s*$/.test(before) ? 'Someone' : 'someone';
}

/** Replaces each name in a text by "someone". */
export function redactNames(text: string, names: readonly RegExp[]): string {
	return names.reduce(
		(result, name) => result.replaceAll(name, (_, at: number) => placeholder(result.slice(0, at))),
		text
	);
}
