import { crud } from '#server/db/crud.ts';
import type { Scope } from '#server/scope.server.ts';
import { hasAddress, nameAndWork, type Addresses, type Protected } from '../rules/protection.ts';
import { wordsOf } from '../rules/search-plan.ts';
import type { PersonRow } from './people.server.ts';
import { searchIn } from './search.server.ts';

type CountedAs = 'known_count' | 'suppressed_count';

const rows = crud('people');

/** Removes staged people with one of these addresses from the waiting import. */
export async function unstage(
	scope: Scope,
	address: Addresses,
	as: CountedAs = 'known_count'
): Promise<void> {
	for (const column of ['email', 'profile'] as const) {
		const value = address[column];
		if (!value) continue;
		const found = await staged(scope).where(`people.${column}`, '=', value).execute();
		for (const person of found) await takeOut(scope, person, as);
	}
}

/** Removes a forgotten person from the waiting import. */
export async function unstageForgotten(scope: Scope, person: Protected): Promise<void> {
	if (hasAddress(person)) {
		await unstage(scope, person, 'suppressed_count');
		return;
	}
	const found = await staged(scope)
		.where('people.name_key', '=', person.name_key)
		.where('people.email', 'is', null)
		.where('people.profile', 'is', null)
		.execute();
	const same = found.filter((each) => nameAndWork(each) === nameAndWork(person));
	for (const each of same) await takeOut(scope, each, 'suppressed_count');
}

function staged(scope: Scope) {
	return scope.db
		.selectFrom('people')
		.innerJoin('imports', (join) =>
			join
				.onRef('imports.workspace_id', '=', 'people.workspace_id')
				.onRef('imports.id', '=', 'people.import_id')
		)
		.selectAll('people')
		.where('people.workspace_id', '=', scope.workspaceId)
		.where('imports.committed_at', 'is', null)
		.where('imports.undone_at', 'is', null);
}

async function takeOut(scope: Scope, person: PersonRow, as: CountedAs): Promise<void> {
	await searchIn(scope).removeFromSearch(scope, { personId: person.id, words: wordsOf(person) });
	await rows.remove(scope, person.id);
	await scope.db
		.updateTable('imports')
		.set((eb) => ({ new_count: eb('new_count', '-', 1), [as]: eb(as, '+', 1) }))
		.where('workspace_id', '=', scope.workspaceId)
		.where('id', '=', person.import_id)
		.execute();
}
