/** Minutes that one asks for: 10, 15 or 20, 30 at most (method 3). */
export const lengths = [10, 15, 20, 30] as const;
/** What a request begins with: fifteen minutes by phone are the easiest yes (method 3) [D]. */
export const usualMinutes = 15;
export const usualMedium: Medium = 'phone';

export const media = ['phone', 'in-person', 'video'] as const;
export type Medium = (typeof media)[number];

/** How a medium is said inside a sentence. */
export const mediumLabels: Record<Medium, string> = {
	phone: 'by phone',
	'in-person': 'in person',
	video: 'by video'
};

const said: readonly (readonly [Medium, RegExp])[] = [
	['video', /\b(?:video|zoom|teams|skype|google meet|facetime)\b/i],
	['in-person', /\b(?:in person|face to face|visit|coffee|come by)\b/i],
	['phone', /\b(?:phone|telephone|call you|ring you)\b/i]
];

/** The medium that a text speaks of, for the choice beside it; the message check is stricter. */
export function mediumIn(body: string): Medium | undefined {
	return said.find(([, words]) => words.test(body))?.[0];
}

/** Ways a message goes out; Imago itself sends none. */
export const sentThroughNames = {
	copied: 'Copied and sent elsewhere',
	'mail-app': 'From my mail app',
	linkedin: 'On LinkedIn',
	other: 'Another way'
} as const;
