import { oneIn, refuse } from '#kernel/refusal.ts';
import type { Context } from '#server/perform.ts';
import type { Scope } from '#server/scope.server.ts';
import { isAsSeen } from '#server/text-digest.ts';
import { moveTo } from '../rules/ranking.ts';

interface Ranked {
	id: string;
	text: string;
	rank: number;
}

/** What the explorer ranks: criteria, or notes of the three kinds. */
export interface RankedList<Entry extends Ranked> {
	/** first part of the names of operations, events and refusals */
	group: string;
	/** where its entries are reached */
	path: string;
	/** an entry, as a refusal calls it, and as an event does */
	noun: string;
	kind: string;
	/** all entries, in their order */
	read: (scope: Scope) => Promise<Entry[]>;
	/** those that one of them is ranked among */
	among: (all: readonly Entry[], one: Entry) => Entry[];
	change: (scope: Scope, id: string, changes: { text?: string; rank?: number }) => Promise<void>;
	remove: (scope: Scope, id: string) => Promise<unknown>;
}

/** Gives entries the ranks of a new order, from 1 without a gap. */
export async function writeRanks<Entry extends Ranked>(
	{ change }: RankedList<Entry>,
	scope: Scope,
	order: readonly Entry[]
): Promise<void> {
	for (const [index, { id, rank }] of order.entries()) {
		if (rank !== index + 1) await change(scope, id, { rank: index + 1 });
	}
}

/** Ranks an entry that was added at the end of its list; it stays there where no place is given. */
export async function placeEntry<Entry extends Ranked>(
	{ scope, record }: Context,
	list: RankedList<Entry>,
	before: readonly Entry[],
	entry: Entry,
	position: number | null | undefined
): Promise<{ id: string }> {
	await writeRanks(list, scope, moveTo([...before, entry], entry.id, position ?? entry.rank));
	record({ verb: `${list.group}.added`, about: { kind: list.kind, id: entry.id } });
	return { id: entry.id };
}

/**
 * Removes an entry; those below it move up.
 * @param was the words it was seen with, where it must not go with others
 * @throws Refusal `<noun>.missing`, `<group>.changed-elsewhere`
 */
export async function removeEntry<Entry extends Ranked>(
	{ scope, record }: Context,
	list: RankedList<Entry>,
	{ id, was }: { id: string; was?: string | undefined }
): Promise<Entry> {
	const all = await list.read(scope);
	const entry = oneIn(all, id, list.noun);
	requireSameWords(entry.text, was, `${list.group}.changed-elsewhere`);
	await list.remove(scope, id);
	const others = list.among(all, entry).filter((each) => each !== entry);
	await writeRanks(list, scope, others);
	record({ verb: `${list.group}.removed`, about: { kind: list.kind, id } });
	return entry;
}

/** Refuses to take away what says something else by now. @throws Refusal with this code */
export function requireSameWords(eb: string, was: string | undefined, code: string): void {
	if (isAsSeen(eb, was)) return;
	throw refuse(
		'conflict',
		code,
		`By now this says “${eb}”, so it stays. Nothing was changed; take it away in its own row if it may go.`
	);
}

/**
 * Refuses to move what stands elsewhere by now.
 * @param was the place it was seen at; left out, wherever it stands
 * @throws Refusal with this code
 */
export function requirePlace(
	eb: number | null,
	was: number | null | undefined,
	code: string
): void {
	if (was === undefined || was === eb) return;
	throw refuse(
		'conflict',
		code,
		'The order changed since, perhaps in another window. It stays as it is now; move it by hand if it shall stand elsewhere.'
	);
}

/** Refuses where the words are not the ones that somebody meant to replace. */
export function requireWords(eb: string, was: string | undefined, code: string): void {
	if (isAsSeen(eb, was)) return;
	throw refuse(
		'conflict',
		code,
		`By now this says “${eb}”, perhaps from another window. Nothing was changed; say it again if yours is better.`,
		'text'
	);
}
