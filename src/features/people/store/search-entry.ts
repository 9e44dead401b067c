import type { SelectQueryBuilder } from 'kysely';
import type { Tables } from '#server/db/tables.ts';

/** A person in the index of the search. */
export interface SearchEntry {
	personId: string;
	words: string;
}

/** What must stand in somebody's words: all of the parts, and near a theme one of its titles. */
export interface Near {
	titles?: readonly string[];
	parts: readonly string[];
}

/**
 * Which people a search may find and what is read of them: `visiblePeople` with a caller's own
 * conditions on `people`, and columns of it, `people.id` among them.
 */
export type AmongPeople<Row> = SelectQueryBuilder<Tables, 'people', Row & { id: string }>;

/** Somebody whom a search found, with their place in the order in which people were added. */
export type Found<Row> = Row & { id: string; entry: number };

/** The stretch of what a search finds that a page shows. */
export interface Stretch {
	/** the entry to go on after; 0 for the beginning */
	after: number;
	/** how many at most */
	limit: number;
}
