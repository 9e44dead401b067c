/** Topics of core questions; a theme rewords a question by this code. */
export const coreCodes = [
	'days',
	'enjoy',
	'worst',
	'began',
	'next',
	'gave',
	'serves',
	'left-out'
] as const;
export type CoreCode = (typeof coreCodes)[number];

export interface CoreQuestion {
	code: CoreCode;
	text: string;
}

/** Names of the topics on the page, before "the same for every partner". */
export const aboutText: Record<CoreCode, string> = {
	days: 'A working week',
	enjoy: 'What they enjoy',
	worst: 'The worst parts',
	began: 'How they began',
	next: 'Other people to ask',
	gave: 'What they learned in the training',
	serves: 'How the training helps them now',
	'left-out': 'What the training left out'
};

/** Default wording: open, about the past and specific. */
export const defaultWording: Record<CoreCode, string> = {
	days: 'What did your last working week look like, day by day?',
	enjoy: 'When did you last lose track of time at work?',
	worst: 'What is the worst part of this work, the part nobody talks about?',
	began: 'How did you first get into this work?',
	next: 'Who else has a different view of this work?',
	gave: 'What did you learn in the training that you still use?',
	serves: 'When did the training help you in your last working week?',
	'left-out': 'What did you have to learn later because the training left it out?'
};

/** Asked in every brief (method 5): what they enjoy, how they came to it, the worst parts. */
const always: readonly CoreCode[] = ['enjoy', 'worst', 'began'];

const ofEveryTalk: readonly CoreCode[] = ['days', 'enjoy', 'worst', 'began', 'next'];
/** Questions to alumni of a school about the training (method 2). */
const ofAlumni: readonly CoreCode[] = [
	'gave',
	'serves',
	'left-out',
	'enjoy',
	'worst',
	'began',
	'days',
	'next'
];

/** Listing exhaustively finds 95 % of what matters in ten talks (Weller et al. 2018, method 5). */
export const PROBE = 'what else?';

/** Whether a question is one of the three of every brief. */
export function isAlwaysAsked(code: CoreCode | null): boolean {
	return code !== null && always.includes(code);
}

/**
 * The core questions, the same for every partner of a theme so that answers compare (method 5).
 * @param channel how the partner was found; alumni are asked about the training too
 * @param own the theme's wording by code
 */
export function coreQuestions(
	channel: string,
	own: Readonly<Partial<Record<CoreCode, string>>> = {}
): CoreQuestion[] {
	const codes = channel === 'school' ? ofAlumni : ofEveryTalk;
	return codes.map((code) => ({ code, text: own[code] ?? defaultWording[code] }));
}
