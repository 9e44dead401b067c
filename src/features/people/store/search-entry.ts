import type { SelectQueryBuilder } from 'kysely';
import type { Tables } from '#server/db/tables.ts';

/** A person in the search index. */
export interface SearchEntry {
	personId: string;
	words: string;
}

/** Condition on a person's search text: it contains all parts and, near a theme, one of its titles. */
export interface Near {
	titles?: readonly string[];
	parts: readonly string[];
}

/**
 * Query of the people that a search may find: `visiblePeople` with further conditions on `people` and a
 * selection of its columns, `people.id` included.
 */
export type AmongPeople<Row> = SelectQueryBuilder<Tables, 'people', Row & { id: string }>;

/** A person found by a search, with their entry number in the index, in the order of addition. */
export type Found<Row> = Row & { id: string; entry: number };

/** The part of the results of a search that a page needs. */
export interface Stretch {
	/** number of the entry after which to continue; 0 for the beginning */
	after: number;
	/** most people to return */
	limit: number;
}
