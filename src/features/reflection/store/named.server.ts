import { remembered } from '#server/db/remembered.ts';
import type { Scope } from '#server/scope.server.ts';
import { MOST_NAMED_EACH, NAMESAKES_READ } from '../rules/room.ts';

export interface NamedRow {
	id: string;
	interviewId: string;
	name: string;
	personId: string | null;
	namedAt: string;
}

const columns = [
	'id',
	'interview_id as interviewId',
	'name',
	'person_id as personId',
	'named_at as namedAt'
] as const;

/** Whom the partner named, in order. */
export const namedBy = remembered((db, workspaceId, interviewId: string) =>
	db
		.selectFrom('named_people')
		.select(columns)
		.where('workspace_id', '=', workspaceId)
		.where('interview_id', '=', interviewId)
		.orderBy('named_at')
		.orderBy('id')
		.limit(MOST_NAMED_EACH)
);

export function namedOf(scope: Scope, id: string): Promise<NamedRow | undefined> {
	return scope.db
		.selectFrom('named_people')
		.select(columns)
		.where('workspace_id', '=', scope.workspaceId)
		.where('id', '=', id)
		.executeTakeFirst();
}

export async function addNamed(scope: Scope, named: NamedRow): Promise<void> {
	await scope.db
		.insertInto('named_people')
		.values({
			workspace_id: scope.workspaceId,
			id: named.id,
			interview_id: named.interviewId,
			name: named.name,
			person_id: named.personId,
			named_at: named.namedAt
		})
		.execute();
}

/** Says who in the address book a named person is, or with null that it is not known. */
export async function setNamedPerson(
	scope: Scope,
	id: string,
	personId: string | null
): Promise<void> {
	await scope.db
		.updateTable('named_people')
		.set({ person_id: personId })
		.where('workspace_id', '=', scope.workspaceId)
		.where('id', '=', id)
		.execute();
}

export async function removeNamed(scope: Scope, id: string): Promise<void> {
	await scope.db
		.deleteFrom('named_people')
		.where('workspace_id', '=', scope.workspaceId)
		.where('id', '=', id)
		.execute();
}

/**
 * People of the address book whose folded names are these: who a named person may be already. Rows
 * of an import that is not taken over are not there yet.
 */
export async function peopleCalled(scope: Scope, keys: readonly string[]) {
	if (keys.length === 0) return [];
	const here = scope.db
		.selectFrom('imports')
		.select('imports.id')
		.where('imports.workspace_id', '=', scope.workspaceId)
		.where('imports.committed_at', 'is not', null)
		.where('imports.undone_at', 'is', null);
	return scope.db
		.selectFrom('people')
		.select(['people.id', 'people.name', 'people.name_key as nameKey', 'people.place'])
		.where('people.workspace_id', '=', scope.workspaceId)
		.where('people.name_key', 'in', [...keys])
		.where((is) => is.or([is('people.import_id', 'is', null), is('people.import_id', 'in', here)]))
		.limit(NAMESAKES_READ)
		.execute();
}
