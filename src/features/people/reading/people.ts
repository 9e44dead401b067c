import { fold, nameKeys, type NameKeys } from '#method/folding.ts';
import type { Connection } from './connection-row.ts';

/** A connection with its folded keys for sorting and search. */
export interface KeyedConnection extends NameKeys {
	connection: Connection;
	companyKey: string;
	positionKey: string;
}

/** One connection with its keys. */
export function keyed(connection: Connection): KeyedConnection {
	const { givenName: given, familyName: family, name } = connection;
	const { nameKey, familyKey } = nameKeys({ given, family, name });
	const companyKey = fold(connection.company);
	const positionKey = fold(connection.position);
	return { connection, nameKey, familyKey, companyKey, positionKey };
}
