import { type Refusal, refuseInvalid } from './refusal.ts';

/** The position after which the next page begins: the values that the list is ordered by, the id last. */
export type CursorPosition = readonly (string | number)[];

/** Encodes a position as an opaque cursor for addresses (base64url of JSON). */
export function writeCursor(list: string, position: CursorPosition): string {
	const bytes = new TextEncoder().encode(JSON.stringify([list, ...position]));
	return bytes.toBase64({ alphabet: 'base64url', omitPadding: true });
}

/**
 * Decodes a cursor that `writeCursor` made for the same list.
 * @param kinds types of the values, in their order
 * @throws Refusal `{list}.cursor` (invalid) for any other text
 */
export function readCursor(
	list: string,
	kinds: readonly ('string' | 'number')[],
	cursor: string
): CursorPosition {
	try {
		const bytes = Uint8Array.fromBase64(cursor, { alphabet: 'base64url' });
		const read: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
		if (Array.isArray(read) && read[0] === list) {
			const position: unknown[] = read.slice(1);
			const fits =
				position.length === kinds.length && position.every((one, at) => isKind(one, kinds[at]));
			if (fits) return position as (string | number)[];
		}
	} catch {
		// every malformed cursor gets the refusal below
	}
	throw unknownCursor(list);
}

/** The refusal of a cursor that does not belong to this list. */
export function unknownCursor(list: string): Refusal {
	return refuseInvalid(
		`${list}.cursor`,
		'This position in the list no longer exists. Nothing is lost. Start again from the first page.',
		'cursor'
	);
}

function isKind(value: unknown, kind: 'string' | 'number' | undefined): boolean {
	if (kind === 'number') return Number.isSafeInteger(value);
	// Stored texts never contain U+0000, and PostgreSQL fails on it.
	return typeof value === 'string' && !value.includes('\u0000');
}
