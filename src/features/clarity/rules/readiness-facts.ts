import type { Instant } from '#kernel/clock.ts';
import type { Clarity, OpenTheme } from '../schemas.ts';

/** An open theme as input of the check; an empty text means not said yet. */
export type ThemeFacts = Omit<OpenTheme, 'titles'>;

/** The five soft answers, 1 to 5 as given; fear and pressure are reversed by the check. */
export type SoftAnswers = Omit<NonNullable<Clarity['answers']>, 'id'>;
export type SoftItem = Exclude<keyof SoftAnswers, 'answeredAt'>;

/** Everything the readiness check depends on. */
export interface ReadinessFacts {
	themes: readonly ThemeFacts[];
	/** themes in the parking lot */
	parkedCount: number;
	/** number of other options */
	otherOptions: number;
	/** number of ranked entries of each kind */
	interests: number;
	strengths: number;
	values: number;
	criteria: {
		count: number;
		dealBreakers: number;
		/** the explorer said that no criterion is a deal-breaker */
		dealBreakersConsidered: boolean;
	};
	answers?: SoftAnswers | undefined;
	/** since when the top theme has had the first seat */
	topSince?: Instant | undefined;
	now: Instant;
}
