import type { Scope } from '#server/scope.server.ts';
import { planSearch } from '../rules/search-plan.ts';
import { listPeople, type Listed } from '../store/listing.server.ts';

/** Most people in the results of a search by the command palette. */
const MOST_FOUND = 8;

/** The first people who match a search, names first. */
export async function findPeople(scope: Scope, words: string) {
	const plan = planSearch(words);
	return plan ? (await listPeople(scope, plan, undefined, MOST_FOUND)).map(listed) : [];
}

/** Converts a row of the address book to the form that lists return. */
export function listed(row: Listed) {
	const { id: personId, name, company, position, place } = row;
	return { id: personId, name, company, position, place, doNotContactAt: row.do_not_contact_at };
}
