import type { Scope } from '#server/scope.server.ts';
import { planSearch } from '../rules/search-plan.ts';
import { listPeople, type Listed } from '../store/listing.server.ts';

/** Found by typed words at most. */
const MOST_FOUND = 8;

/** The first few people whom typed words find, names first. */
export async function findPeople(scope: Scope, words: string) {
	const plan = planSearch(words);
	return plan ? (await listPeople(scope, plan, undefined, MOST_FOUND)).map(listed) : [];
}

/** A row of the address book as lists show it. */
export function listed(row: Listed) {
	const { id: personId, name, company, position, place } = row;
	return { id: personId, name, company, position, place, doNotContactAt: row.do_not_contact_at };
}
