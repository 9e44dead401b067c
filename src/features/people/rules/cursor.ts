import { refuse } from '#kernel/refusal.ts';

/** Where a page of a list ended: the phase of the search, the key there, and the person's id. */
export interface Place {
	phase: number;
	key: string;
	id: string;
}

/** The place as text for an address; it says nothing to a reader and is stable. */
export function writeCursor({ phase, key, id }: Place): string {
	const bytes = new TextEncoder().encode(JSON.stringify([phase, key, id]));
	return bytes.toBase64({ alphabet: 'base64url', omitPadding: true });
}

/**
 * Reads what `writeCursor` wrote.
 * @throws Refusal `people.cursor` (invalid) for any other text
 */
export function readCursor(cursor: string): Place {
	try {
		const bytes = Uint8Array.fromBase64(cursor, { alphabet: 'base64url' });
		const read: unknown = JSON.parse(new TextDecoder().decode(bytes));
		if (Array.isArray(read) && read.length === 3) {
			const [phase, key, id]: unknown[] = read;
			if (typeof phase === 'number' && typeof key === 'string' && typeof id === 'string') {
				return { phase, key, id };
			}
		}
	} catch {
		// falls through to the one answer for everything that is no cursor of ours
	}
	throw refuse(
		'invalid',
		'people.cursor',
		'This place in the list is not known any more. Nothing is lost. Begin at the top.',
		'cursor'
	);
}
