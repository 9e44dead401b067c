import type { SelectQueryBuilder } from 'kysely';
import type { Tables } from '#server/db/tables.ts';

/** A person in the index of the search. */
export interface SearchEntry {
	personId: string;
	words: string;
}

/** Near a theme: one of the titles must stand in somebody's words, and all of the parts. */
export interface Near {
	titles: readonly string[];
	parts: readonly string[];
}

/**
 * People that a search found, in the order they were added, each with its place there. Callers add
 * conditions on `people` and columns of it; how the index is joined is each engine's own affair.
 */
export type FoundPeople = SelectQueryBuilder<Tables, 'people', { entry: number }>;
