import { missing, refuse } from '#kernel/refusal.ts';
import { moveTo } from '../rules/ranking.ts';
import { areSeen } from '#server/words-sum.ts';

interface Ranked {
	id: string;
	rank: number;
}

/**
 * Which ranks change when a list takes a new order, so that they run from 1 without a gap.
 * @param order the entries in the order they shall have
 */
export function newRanks<Entry extends Ranked>(order: readonly Entry[]): Ranked[] {
	return order
		.map(({ id, rank: was }, index) => ({ id, was, rank: index + 1 }))
		.filter(({ was, rank }) => was !== rank)
		.map(({ id, rank }) => ({ id, rank }));
}

/** The list with one entry added at a place, 1 is the top; the end when none is given. */
export function withEntry<Entry extends Ranked>(
	list: readonly Entry[],
	entry: Entry,
	position: number | null | undefined
): Entry[] {
	return moveTo([...list, entry], entry.id, position ?? list.length + 1);
}

/** @throws Refusal `<what>.missing` */
export function entryIn<Entry extends Ranked>(
	list: readonly Entry[],
	id: string,
	what: string
): Entry {
	const entry = list.find((each) => each.id === id);
	if (!entry) throw missing(what);
	return entry;
}

/** Refuses to take away what says something else by now. @throws Refusal with this code */
export function requireSameWords(is: string, was: string | undefined, code: string): void {
	if (areSeen(is, was)) return;
	throw refuse(
		'conflict',
		code,
		`By now this says “${is}”, so it stays. Nothing was changed; take it away in its own row if it may go.`
	);
}

/**
 * Refuses to move what stands elsewhere by now.
 * @param was the place it was seen at; left out, wherever it stands
 * @throws Refusal with this code
 */
export function requirePlace(
	is: number | null,
	was: number | null | undefined,
	code: string
): void {
	if (was === undefined || was === is) return;
	throw refuse(
		'conflict',
		code,
		'The order changed since, perhaps in another window. It stays as it is now; move it by hand if it shall stand elsewhere.'
	);
}

/** Refuses where the words are not the ones that somebody meant to replace. */
export function requireWords(is: string, was: string | undefined, code: string): void {
	if (areSeen(is, was)) return;
	throw refuse(
		'conflict',
		code,
		`By now this says “${is}”, perhaps from another window. Nothing was changed; say it again if yours is better.`,
		'text'
	);
}
