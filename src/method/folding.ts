/** Letters that Unicode does not decompose, written the way a reader without that keyboard would. */
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
/** Joiners, variation selectors, keycap rings and Hangul fillers: drawn as nothing. */
const invisible = /[\p{Cf}\ufe00-\ufe0f\u{e0100}-\u{e01ef}\u20d0-\u20ff\u115f\u1160]/gu;
/** The modifier apostrophes (U+02B9 to U+02BF) are letters to Unicode, punctuation to people. */
const betweenWords = /(?:[^\p{L}\p{M}\p{N}]|[\u02b9-\u02bf])+/gu;

/**
 * The folded key of a text: what sort, search and cursors compare. Lower case, without Latin,
 * Greek and Cyrillic diacritics, punctuation, symbols or emoji; one space between words. Folding
 * twice changes nothing.
 * @returns the key in Unicode form C; empty when the text holds no letter and no digit
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

/** Most names are plain words, and 30,000 of them are folded while somebody waits. */
function foldAscii(text: string): string {
	const lower = text.toLowerCase();
	return plain.test(lower) ? lower : lower.replace(betweenAsciiWords, ' ').trim();
}

export interface NameParts {
	given: string;
	family: string;
	/** the name as one text; counts where given and family are both empty */
	name: string;
}

export interface NameKeys {
	/** given name first: what a search for "ana kow" matches */
	nameKey: string;
	/** family name first: the order of an address book */
	familyKey: string;
}

/**
 * Both folded keys of a person's name. A name that folds to nothing (only emoji) keeps its
 * lower-cased original, so that nobody sorts or searches as an empty text.
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

/** A text as it is written, but in lower case: the key of what folds to nothing. */
export function asWritten(text: string): string {
	return text.trim().toLowerCase().toWellFormed();
}

/**
 * The key by which a name, or a whole text, is the same as another: folded, or in lower case as it is
 * written where that leaves nothing. Two texts of nothing but emoji or punctuation are not the same;
 * whoever looks something up or leaves out what is there already compares by this, not by `fold`.
 * @returns empty for a text of nothing but blanks
 */
export function textKey(text: string): string {
	return fold(text) || asWritten(text);
}
