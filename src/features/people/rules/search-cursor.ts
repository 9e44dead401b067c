import * as cursors from '#kernel/cursor.ts';

/** Position of the end of a page: the phase of the search, the sort key, and the person's id. */
export interface Place {
	phase: number;
	key: string;
	id: string;
}

/** Encodes a position as an opaque, stable cursor for URLs. */
export function writeCursor({ phase, key, id }: Place): string {
	return cursors.writeCursor('people', [phase, key, id]);
}

/**
 * Decodes a cursor of `writeCursor`.
 * @throws Refusal `people.cursor` (invalid) for any other text
 */
export function readCursor(cursor: string): Place {
	const [phase, key, id] = cursors.readCursor('people', ['number', 'string', 'string'], cursor);
	return { phase: Number(phase), key: String(key), id: String(id) };
}

/**
 * The number of the search index entry at which a page ended.
 * @throws Refusal `people.cursor` for a key that is no entry number
 */
export function entryIn({ key }: Place): number {
	const entry = Number(key);
	if (/^\d+$/.test(key) && Number.isSafeInteger(entry)) return entry;
	throw cursors.unknownCursor('people');
}
