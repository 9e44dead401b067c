/** How long to measure. */
export interface Pace {
	/** people in the file */
	people: number;
	interviews: number;
	/** each figure is the median of this many rounds */
	rounds: number;
	/** requests of a sequential round, and before the first one to warm up */
	requests: number;
	warmUp: number;
	/** seconds of a round with 8 connections */
	seconds: number;
	/** workspaces on one PostgreSQL, step by step */
	sizes: readonly number[];
}

/** What the promises are measured with. */
export const full: Pace = {
	people: 30_000,
	interviews: 200,
	rounds: 3,
	requests: 1000,
	warmUp: 400,
	seconds: 4,
	sizes: [10, 1000, 10_000]
};

/** For work on the bench itself: its figures say little. */
export const quick: Pace = {
	people: 3000,
	interviews: 80,
	rounds: 1,
	requests: 200,
	warmUp: 100,
	seconds: 1,
	sizes: [10, 200]
};
