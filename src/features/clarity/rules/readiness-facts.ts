import type { Instant } from '#kernel/clock.ts';

/** One open theme as the check reads it; an empty text means not said yet. */
export interface ThemeFacts {
	id: string;
	title: string;
	/** what one would do */
	activity: string;
	/** where and with whom */
	setting: string;
	/** why it pulls */
	pull: string;
	/** 1 to 3, the first is the top theme */
	seat: number;
}

/** The five soft answers, 1 to 5 as given; fear and pressure are reversed by the check. */
export interface SoftAnswers {
	clarity: number;
	satisfaction: number;
	fear: number;
	pressure: number;
	confidence: number;
	answeredAt: Instant;
}

export type SoftItem = keyof Omit<SoftAnswers, 'answeredAt'>;

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
