import { addMinutes, type Instant } from '#kernel/clock.ts';

/** Leaving and retaking the first seat within this many minutes is an undo [D]. */
export const BACK_WITHIN_MINUTES = 10;

/** A theme and since when it is, or recently was, the top theme. */
export interface FirstSince {
	id: string;
	topSince: Instant | null;
	/** when it was parked, let go or chosen, if it was */
	leftAt: Instant | null;
}

/**
 * Updates since when each theme has had the first seat, for "still first a day later" (method 1).
 * The theme that leaves keeps its instant as long as an undo may restore it; all others lose
 * theirs.
 * @param before id of the theme that had the first seat, if any
 * @param after id of the theme that has it now, if any
 * @returns the themes whose instant changes, with the new one
 */
export function changesOfFirst(
	themes: readonly FirstSince[],
	before: string | undefined,
	after: string | undefined,
	now: Instant
): Map<string, Instant | null> {
	const changes = new Map<string, Instant | null>();
	if (before === after) return changes;
	const outgoing = themes.find((theme) => theme.id === before);
	for (const theme of themes) {
		let since = theme.id === before ? theme.topSince : null;
		if (theme.id === after) {
			const left = outgoing ? outgoing.topSince : theme.leftAt;
			const isBack = left !== null && addMinutes(left, BACK_WITHIN_MINUTES) >= now;
			since = isBack && theme.topSince !== null ? theme.topSince : now;
		}
		if (since !== theme.topSince) changes.set(theme.id, since);
	}
	return changes;
}
