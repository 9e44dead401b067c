import type { Instant } from '#kernel/clock.ts';
import type { Clarity, OpenTheme } from '../schemas.ts';

/** One open theme as the check reads it; an empty text means not said yet. */
export type ThemeFacts = Omit<OpenTheme, 'titles'>;

/** The five soft answers, 1 to 5 as given; fear and pressure are reversed by the check. */
export type SoftAnswers = Omit<NonNullable<Clarity['answers']>, 'id'>;
export type SoftItem = Exclude<keyof SoftAnswers, 'answeredAt'>;

/** All that the readiness check knows; it reads nothing else. */
export interface ReadinessFacts {
	themes: readonly ThemeFacts[];
	/** themes in the parking lot */
	parkedCount: number;
	/** how many other options the explorer still names */
	otherOptions: number;
	/** how many are ranked */
	interests: number;
	strengths: number;
	values: number;
	criteria: {
		count: number;
		dealBreakers: number;
		/** the explorer looked and said that none of them is one */
		dealBreakersConsidered: boolean;
	};
	answers?: SoftAnswers | undefined;
	/** since when the theme in the first seat has been there */
	topSince?: Instant | undefined;
	now: Instant;
}
