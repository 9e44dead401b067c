import type { SparedView, Took } from '../schemas.ts';

/** Rounded minutes between two instants; null without an end or when it precedes the start. */
export function minutesBetween(startedAt: string | null, endedAt: string | null): number | null {
	if (startedAt === null || endedAt === null) return null;
	const minutes = Math.round((Date.parse(endedAt) - Date.parse(startedAt)) / 60_000);
	return minutes >= 0 ? minutes : null;
}

/** Adds up the duration of talks. @param minutes of each talk, null when it was not timed */
export function tookOf(minutes: readonly (number | null)[]): Took {
	const timed = minutes.filter((each) => each !== null);
	return {
		talks: minutes.length,
		timed: timed.length,
		minutes: timed.reduce((sum, each) => sum + each, 0)
	};
}

/** Totals of the explorer's own figures. Missing estimates add nothing; no averages. */
export function inAll(rows: readonly SparedView['all'][]): SparedView['all'] {
	const estimates = rows.flatMap(({ hours }) => (hours === null ? [] : [hours]));
	const add = (of: (row: Took) => number): number => rows.reduce((sum, row) => sum + of(row), 0);
	return {
		talks: add(({ talks }) => talks),
		timed: add(({ timed }) => timed),
		minutes: add(({ minutes }) => minutes),
		hours: estimates.length === 0 ? null : estimates.reduce((sum, each) => sum + each, 0)
	};
}
