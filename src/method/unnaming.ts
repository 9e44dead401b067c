/** Taking a name out of a text that somebody else's interview still needs. */

/** Scripts that set no space between words: there a name begins and ends anywhere. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
/** A part alone counts as a name where it is written like one: "Will", not "will". */
const nameLike = /^[\p{Lu}\p{Lt}\p{Lo}]/u;
const letter = '[\\p{L}\\p{M}\\p{N}]';

/** A name as a word of its own, in the genitive too. */
function asWord(name: string, flags: string): RegExp {
	const literal = name.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
	return unspaced.test(name)
		? new RegExp(literal, flags)
		: new RegExp(`(?<!${letter})${literal}(?=s?(?!${letter}))`, flags);
}

/**
 * How somebody may be named in a text: the whole name in any case, and each part of it as it is
 * written, but the parts that the partner is called by too.
 * @param partner their name; left out, the whole name alone counts
 */
export function namesIn(name: string, partner?: string): RegExp[] {
	const whole = asWord(name, 'giu');
	if (partner === undefined) return [whole];
	const theirs = new Set(partner.toLowerCase().split(/\s+/));
	const parts = name
		.split(/\s+/)
		.filter((part) => [...part].length > 1 && nameLike.test(part))
		.filter((part) => !theirs.has(part.toLowerCase()));
	return [whole, ...parts.map((part) => asWord(part, 'gu'))];
}

export function isNamed(text: string, names: readonly RegExp[]): boolean {
	return names.some((name) => text.search(name) >= 0);
}

/** What stands where the name stood, so that a text that went out can still be read. */
function somebody(before: string): string {
	return /(?:^|[.!?\n])\s*$/.test(before) ? 'Somebody' : 'somebody';
}

/** The text with "somebody" for each name. */
export function unnamed(text: string, names: readonly RegExp[]): string {
	return names.reduce(
		(left, name) => left.replaceAll(name, (_, at: number) => somebody(left.slice(0, at))),
		text
	);
}
