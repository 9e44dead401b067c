import { refuse } from '#kernel/refusal.ts';

/**
 * Moves one entry of a ranked list (method 1: interests, strengths, values, criteria).
 * @param position rank to take, 1 is the top; beyond either end means that end
 * @returns a new list with the same entries
 * @throws Refusal `ranking.missing` when the entry is not in the list (any more)
 */
export function moveTo<Entry extends { id: string }>(
	list: readonly Entry[],
	id: string,
	position: number
): Entry[] {
	const entry = list.find((each) => each.id === id);
	if (!entry) {
		throw refuse(
			'missing',
			'ranking.missing',
			'This entry is no longer in the list. Nothing was moved. Load the list again.'
		);
	}
	const others = list.filter((each) => each !== entry);
	const index = Math.min(Math.max(Math.trunc(position), 1), list.length) - 1;
	return others.toSpliced(index, 0, entry);
}
