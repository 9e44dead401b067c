/** How much is measured. */
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
	/** numbers of workspaces on one PostgreSQL, in increasing order */
	sizes: readonly number[];
}

/** The full run, whose figures count. */
export const full: Pace = {
	people: 30_000,
	interviews: 200,
	rounds: 3,
	requests: 1000,
	warmUp: 400,
	seconds: 4,
	sizes: [10, 1000, 10_000]
};

/** A quick run for work on the bench itself; its figures are imprecise. */
export const quick: Pace = {
	people: 3000,
	interviews: 80,
	rounds: 1,
	requests: 200,
	warmUp: 100,
	seconds: 1,
	sizes: [10, 200]
};
