/** Findings for texts after the talk only. */
export const afterTalkCodes = ['not-specific', 'change-missing', 'new-ask'] as const;

/** All codes of the message check; programs and tests may rely on them. */
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
	/** `loss`: it may cost the agreement or the trust; `due`: worth correcting */
	level: 'loss' | 'due';
	where: 'subject' | 'body';
	/** character offsets into the text named by `where`, so that `text.slice(from, to) === quote` */
	from: number;
	to: number;
	/** the words that it concerns; empty where something is missing */
	quote: string;
	/** why it matters and one thing to do */
	sentence: string;
}

/** Something that is right already, in a few words to show beside the findings. */
export interface GoodPoint {
	code: string;
	words: string;
}
