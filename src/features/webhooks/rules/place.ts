import { refuse } from '#kernel/refusal.ts';

/** Where a page of deliveries ended. */
export interface Place {
	queuedAt: string;
	id: string;
}

/** The place as text for an address. */
export function writePlace({ queuedAt, id }: Place): string {
	return `${queuedAt}_${id}`;
}

/**
 * Reads what `writePlace` wrote.
 * @throws Refusal `deliveries.cursor` (invalid) for any other text
 */
export function readPlace(cursor: string): Place {
	const [, queuedAt, id] = /^([\d-]{10}T[\d:.]{12}Z)_([\da-f-]{36})$/.exec(cursor) ?? [];
	if (queuedAt !== undefined && id !== undefined) return { queuedAt, id };
	throw refuse(
		'invalid',
		'deliveries.cursor',
		'This place in the list is not known any more. Nothing is lost. Begin at the top.',
		'cursor'
	);
}
