import { addMinutes, type Instant } from '#kernel/clock.ts';

/** The first seat given up and taken back within this many minutes was never given up: an undo [D]. */
export const BACK_WITHIN_MINUTES = 10;

/** A theme and the instant from which it is, or lately was, the top theme. */
export interface FirstSince {
	id: string;
	topSince: Instant | null;
	/** when it was parked, let go or chosen, where it was */
	leftAt: Instant | null;
}

/**
 * What to keep about the first seat when another theme takes it, so that "still first a day
 * later" (method 1) can be told. The one that leaves keeps its instant for as long as an undo may
 * bring it back; everybody else's is forgotten.
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
