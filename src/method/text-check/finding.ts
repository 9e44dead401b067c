/** What is said of texts after the talk alone. */
export const afterTalkCodes = ['not-specific', 'change-missing', 'new-ask'] as const;

/** What the message check can say; programs and tests may rely on these names. */
export const findingCodes = [
	'minutes-missing',
	'minutes-over',
	'medium-missing',
	'reason-missing',
	'assurance-missing',
	'assurance-contradicted',
	'words-few',
	'words-many',
	'words-over',
	'subject-words',
	'asks-several',
	'questions-many',
	'about-me',
	'placeholder',
	'generic-opening',
	'pressure',
	...afterTalkCodes
] as const;

export type FindingCode = (typeof findingCodes)[number];

export interface Finding {
	code: FindingCode;
	/** `loss`: it costs the yes or the trust; `due`: worth putting right */
	level: 'loss' | 'due';
	where: 'subject' | 'body';
	/** character offsets into the text named by `where`, so that `text.slice(from, to) === quote` */
	from: number;
	to: number;
	/** the words it is about; empty where something is missing and no words stand for it */
	quote: string;
	/** why it matters and one thing to do */
	sentence: string;
}

/** Something that is already right, in a few words to print beside the findings. */
export interface GoodPoint {
	code: string;
	words: string;
}
