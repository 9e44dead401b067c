import type { Scope } from '#server/scope.server.ts';
import { visiblePeople } from '../store/visible.server.ts';

export { countPeople } from '../store/counting.server.ts';

/** Columns of a person that other features may read. */
const publicColumns = [
	'people.id',
	'people.name',
	'people.given_name as givenName',
	'people.email',
	'people.profile',
	'people.phone',
	'people.company',
	'people.position',
	'people.place',
	'people.zone',
	'people.added_at as addedAt',
	'people.do_not_contact_at as doNotContactAt',
	'people.do_not_contact_because as doNotContactBecause'
] as const;

/** One visible person; undefined if missing, of another workspace or staged. */
export function personNamed(scope: Scope, id: string) {
	return visiblePeople(scope).select(publicColumns).where('people.id', '=', id).executeTakeFirst();
}

/**
 * Visible people with one of these folded names, to find possible duplicates.
 * @param keys names folded by `nameKeys`
 */
export async function peopleCalled(scope: Scope, keys: readonly string[]) {
	if (keys.length === 0) return [];
	return visiblePeople(scope)
		.select(['people.name_key as nameKey', ...publicColumns])
		.where('people.name_key', 'in', [...new Set(keys)])
		.orderBy('people.added_at')
		.limit(100)
		.execute();
}
