/** Letters that Unicode does not decompose, and their usual ASCII spelling. */
const spelledOut: Record<string, string> = {
	ß: 'ss',
	ø: 'o',
	ł: 'l',
	đ: 'd',
	ð: 'd',
	æ: 'ae',
	œ: 'oe',
	þ: 'th',
	ı: 'i',
	ħ: 'h',
	ŧ: 't',
	ŋ: 'n',
	ς: 'σ'
};
const spelledOutLetters = /[ßøłđðæœþıħŧŋς]/g;

const plain = /^(?:[a-z0-9]+(?: [a-z0-9]+)*)?$/;
const beyondAscii = /[\u0080-\uffff]/;
const betweenAsciiWords = /[^a-z0-9]+/g;

/** Only Latin, Greek and Cyrillic diacritics: vowel signs of Devanagari or Thai are letters. */
const diacritics = /[\u0300-\u036f]/g;
/**
 * Characters without a glyph of their own: joiners, variation selectors, keycap rings, Hangul fillers.
 */
const invisible = /[\p{Cf}\ufe00-\ufe0f\u{e0100}-\u{e01ef}\u20d0-\u20ff\u115f\u1160]/gu;
/** The modifier apostrophes (U+02B9 to U+02BF) are letters in Unicode but serve as punctuation. */
const betweenWords = /(?:[^\p{L}\p{M}\p{N}]|[\u02b9-\u02bf])+/gu;

/**
 * The folded key of a text, which sorting, searching and cursors compare: lower case, without Latin,
 * Greek and Cyrillic diacritics, punctuation, symbols and emoji; one space between words. Idempotent.
 * @returns the key in Unicode normalisation form C; empty where the text has no letter and no digit
 */
export function fold(text: string): string {
	if (!beyondAscii.test(text)) return foldAscii(text);
	const bare = text
		.normalize('NFKD')
		.replace(diacritics, '')
		.toLowerCase()
		.replace(spelledOutLetters, (letter) => spelledOut[letter] ?? letter);
	if (!beyondAscii.test(bare)) return foldAscii(bare);
	return bare.replace(invisible, '').replace(betweenWords, ' ').trim().normalize('NFC');
}

/** Fast path for ASCII: an import folds up to 30,000 names during a request. */
function foldAscii(text: string): string {
	const lower = text.toLowerCase();
	return plain.test(lower) ? lower : lower.replace(betweenAsciiWords, ' ').trim();
}

export interface NameParts {
	given: string;
	family: string;
	/** the full name; used where given and family are both empty */
	name: string;
}

export interface NameKeys {
	/** given name first, which a search for "ana kow" matches */
	nameKey: string;
	/** family name first: the order of an address book */
	familyKey: string;
}

/**
 * Both folded keys of a person's name. A name that folds to nothing (only emoji) keeps its lower-cased
 * original, so that no key is empty.
 */
export function nameKeys({ given, family, name }: NameParts): NameKeys {
	const givenKey = fold(given);
	const familyKey = fold(family);
	if (givenKey && familyKey) {
		return { nameKey: `${givenKey} ${familyKey}`, familyKey: `${familyKey} ${givenKey}` };
	}
	const key =
		givenKey || familyKey || fold(name) || asWritten(`${given} ${family}`) || asWritten(name);
	return { nameKey: key, familyKey: key };
}

/** The trimmed, lower-cased original: the key of a text that folds to nothing. */
export function asWritten(text: string): string {
	return text.trim().toLowerCase().toWellFormed();
}

/**
 * The key for equality of names and texts: folded, or the lower-cased original where folding leaves
 * nothing, so that two different texts of only emoji or punctuation are not equal. Look-ups and duplicate
 * checks compare by this, not by `fold`.
 * @returns empty for blanks only
 */
export function textKey(text: string): string {
	return fold(text) || asWritten(text);
}
