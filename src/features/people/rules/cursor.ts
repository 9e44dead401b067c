import * as cursors from '#kernel/cursor.ts';

/** Where a page of a list ended: the phase of the search, the key there, and the person's id. */
export interface Place {
	phase: number;
	key: string;
	id: string;
}

/** The place as text for an address; it says nothing to a reader and is stable. */
export function writeCursor({ phase, key, id }: Place): string {
	return cursors.writeCursor('people', [phase, key, id]);
}

/**
 * Reads what `writeCursor` wrote.
 * @throws Refusal `people.cursor` (invalid) for any other text
 */
export function readCursor(cursor: string): Place {
	const [phase, key, id] = cursors.readCursor('people', ['number', 'string', 'string'], cursor);
	return { phase: Number(phase), key: String(key), id: String(id) };
}

/**
 * The entry of the search's index where a page ended.
 * @throws Refusal `people.cursor` for a key that no entry has
 */
export function entryIn({ key }: Place): number {
	const entry = Number(key);
	if (/^\d+$/.test(key) && Number.isSafeInteger(entry)) return entry;
	throw cursors.unknownCursor('people');
}
