import { fold, nameKeys, type NameKeys } from '#method/folding.ts';
import type { Connection } from './connection.ts';

/** A connection beside the folded keys that sort and search need. */
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
