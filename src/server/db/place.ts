import type { DialectAdapter, Kysely } from 'kysely';
import type { Tables } from './tables.ts';

/** Where a database is, for whoever opens it a second time (an export in a thread of its own). */
export type Place = { engine: 'sqlite'; path: string } | { engine: 'postgres'; url: string };
export type Engine = Place['engine'];

/**
 * A handle, a transaction and what is made of them with plugins share their dialect's adapter, so it
 * carries the place. The server's entry and the bundled pages are two module graphs; both find it.
 */
const carried = Symbol.for('imago.place');
type Carrier = DialectAdapter & { [carried]?: Place };

/** Remembers where the database of a handle is. */
export function keepPlace(db: Kysely<Tables>, place: Place): void {
	(db.getExecutor().adapter as Carrier)[carried] = place;
}

/** Where the database of a handle or a transaction is. */
export function placeOf(db: Kysely<Tables>): Place {
	const place = (db.getExecutor().adapter as Carrier)[carried];
	if (!place) throw new Error('This database was not opened by Imago.');
	return place;
}

/** Which of the two engines answers; for the few statements that have two bodies. */
export function engineOf(db: Kysely<Tables>): Engine {
	return placeOf(db).engine;
}
