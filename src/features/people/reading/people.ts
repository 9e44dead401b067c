import { fold, nameKeys, type NameKeys } from '#method/folding.ts';
import type { Connection } from './connection.ts';

/** A connection beside the folded keys that sort and search need. */
export interface KeyedConnection extends NameKeys {
	connection: Connection;
	companyKey: string;
	positionKey: string;
}

/**
 * The people of a file in batches, folded on the way, so that a worker can post one batch while
 * the next is still to be made.
 * @param read what `readConnections` gave
 * @param batchSize people in a batch, 1 or more; the last batch may be smaller
 */
export function* peopleIn(
	read: { rows: readonly Connection[] },
	batchSize: number
): Generator<KeyedConnection[], void, undefined> {
	for (let start = 0; start < read.rows.length; start += batchSize) {
		yield read.rows.slice(start, start + batchSize).map(keyed);
	}
}

/** One connection with its keys. */
export function keyed(connection: Connection): KeyedConnection {
	const { givenName: given, familyName: family, name } = connection;
	const { nameKey, familyKey } = nameKeys({ given, family, name });
	const companyKey = fold(connection.company);
	const positionKey = fold(connection.position);
	return { connection, nameKey, familyKey, companyKey, positionKey };
}
