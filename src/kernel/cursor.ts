import { refuse, type Refusal } from './refusal.ts';

/** Where a page of a list ended: the values it is ordered by, the id last. */
export type Place = readonly (string | number)[];

/** The place as text for an address; it says nothing to a reader and is stable. */
export function writeCursor(list: string, place: Place): string {
	const bytes = new TextEncoder().encode(JSON.stringify([list, ...place]));
	return bytes.toBase64({ alphabet: 'base64url', omitPadding: true });
}

/**
 * Reads what `writeCursor` wrote for the same list.
 * @param kinds of the values, in their order
 * @throws Refusal `{list}.cursor` (invalid) for any other text
 */
export function readCursor(
	list: string,
	kinds: readonly ('string' | 'number')[],
	cursor: string
): Place {
	try {
		const bytes = Uint8Array.fromBase64(cursor, { alphabet: 'base64url' });
		const read: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
		if (Array.isArray(read) && read[0] === list) {
			const place: unknown[] = read.slice(1);
			const fits =
				place.length === kinds.length && place.every((one, at) => isKind(one, kinds[at]));
			if (fits) return place as (string | number)[];
		}
	} catch {
		// falls through to the one answer for everything that is no cursor of this list
	}
	throw unknownPlace(list);
}

/** The refusal of a cursor that is none of this list. */
export function unknownPlace(list: string): Refusal {
	return refuse(
		'invalid',
		`${list}.cursor`,
		'This place in the list is not known any more. Nothing is lost. Begin at the top.',
		'cursor'
	);
}

function isKind(value: unknown, kind: 'string' | 'number' | undefined): boolean {
	if (kind === 'number') return Number.isSafeInteger(value);
	// No text of ours has U+0000 in it, and PostgreSQL would stumble over one.
	return typeof value === 'string' && !value.includes('\u0000');
}
