import { crud } from '#server/db/crud.ts';
import type { Row } from '#server/db/tables.ts';
import type { Scope } from '#server/scope.server.ts';
import type { Addresses } from '../rules/protection.ts';
import { wordsOf } from '../rules/search-plan.ts';
import { countOneLess } from './counting.server.ts';
import { addToSearch, searchIn } from './search.server.ts';
import { eraseReferences, type References } from './person-references.server.ts';
import { visiblePeople } from './visible.server.ts';

export type PersonRow = Row<'people'>;
const rows = crud('people');

/** One visible person with every column. */
export function personRow(scope: Scope, id: string): Promise<PersonRow | undefined> {
	return visiblePeople(scope).selectAll('people').where('people.id', '=', id).executeTakeFirst();
}

/** Whether a person, visible or not, has this id. */
export const isTaken = async (scope: Scope, id: string): Promise<boolean> =>
	(await rows.find(scope, id)) !== undefined;

/** Another visible person with one of these addresses, that is, a duplicate. */
export async function personWith(scope: Scope, address: Addresses, butNot: string) {
	for (const column of ['email', 'profile'] as const) {
		const value = address[column];
		if (!value) continue;
		const found = await visiblePeople(scope)
			.select(['people.id', 'people.name'])
			.where(`people.${column}`, '=', value)
			.where('people.id', '!=', butNot)
			.limit(1)
			.executeTakeFirst();
		if (found) return { ...found, by: column };
	}
	return undefined;
}

export async function addPerson(
	scope: Scope,
	person: Parameters<typeof rows.add>[1]
): Promise<void> {
	await rows.add(scope, person);
	const { id, name_key, company = '', position = '', place = '' } = person;
	await addToSearch(scope, [
		{ personId: id, words: wordsOf({ name_key, company, position, place }) }
	]);
}

/** Changes columns of a person and their entry in the search index. */
export async function changePerson(
	scope: Scope,
	before: PersonRow,
	changes: Parameters<typeof rows.change>[2]
): Promise<void> {
	await rows.change(scope, before.id, changes);
	const old = wordsOf(before);
	const words = wordsOf({
		name_key: changes.name_key ?? before.name_key,
		company: changes.company ?? before.company,
		position: changes.position ?? before.position,
		place: changes.place ?? before.place
	});
	if (words === old) return;
	await searchIn(scope).removeFromSearch(scope, { personId: before.id, words: old });
	await addToSearch(scope, [{ personId: before.id, words }]);
}

/** Erases a person with the references to them of each feature. */
export async function erasePerson(
	scope: Scope,
	references: References,
	person: PersonRow
): Promise<void> {
	await eraseReferences(scope, references, person);
	await searchIn(scope).removeFromSearch(scope, { personId: person.id, words: wordsOf(person) });
	if (person.import_id) await countOneLess(scope, person.import_id);
	await rows.remove(scope, person.id);
}
