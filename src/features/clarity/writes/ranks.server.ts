import { oneIn, refuseConflict } from '#kernel/refusal.ts';
import type { Context } from '#server/perform.ts';
import type { Scope } from '#server/scope.server.ts';
import { isUnchanged } from '#server/text-digest.ts';
import { moveTo } from '../rules/ranking.ts';

interface Ranked {
	id: string;
	text: string;
	rank: number;
}

/** A ranked list: the criteria, or self-notes of one of three kinds. */
export interface RankedList<Entry extends Ranked> {
	/** prefix of operation names, events and refusal codes */
	group: string;
	/** path of its entries in the REST API */
	path: string;
	/** noun for an entry in refusals, and the kind in events */
	noun: string;
	kind: string;
	/** all entries by rank */
	read: (scope: Scope) => Promise<Entry[]>;
	/** the entries of the list that a given entry is ranked in */
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

/** Moves an entry, added last, to the given rank; without a rank it stays last. */
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
 * @param was expected current text; left out, it is not checked
 * @throws Refusal `<noun>.missing`, `<group>.changed-elsewhere`
 */
export async function removeEntry<Entry extends Ranked>(
	{ scope, record }: Context,
	list: RankedList<Entry>,
	{ id, was }: { id: string; was?: string | undefined }
): Promise<Entry> {
	const all = await list.read(scope);
	const entry = oneIn(all, id, list.noun);
	requireSameText(entry.text, was, `${list.group}.changed-elsewhere`);
	await list.remove(scope, id);
	const others = list.among(all, entry).filter((each) => each !== entry);
	await writeRanks(list, scope, others);
	record({ verb: `${list.group}.removed`, about: { kind: list.kind, id } });
	return entry;
}

/** Refuses to remove an entry whose text has changed. @throws Refusal with this code */
export function requireSameText(current: string, was: string | undefined, code: string): void {
	if (isUnchanged(current, was)) return;
	throw refuseConflict(
		code,
		`This entry now says “${current}”, so it was not deleted. Nothing was changed. You can delete it in its own row.`
	);
}

/**
 * Refuses to move an entry whose rank has changed.
 * @param was expected current rank; left out, it is not checked
 * @throws Refusal with this code
 */
export function requirePlace(
	current: number | null,
	was: number | null | undefined,
	code: string
): void {
	if (was === undefined || was === current) return;
	throw refuseConflict(
		code,
		'The order has changed since then, perhaps in another window. Nothing was changed. You can move the entry again.'
	);
}

/** Refuses to overwrite a text that is not the expected one. */
export function requireText(current: string, was: string | undefined, code: string): void {
	if (isUnchanged(current, was)) return;
	throw refuseConflict(
		code,
		`This entry now says “${current}”, perhaps from another window. Nothing was changed. Save your text again to replace that one.`,
		'text'
	);
}
