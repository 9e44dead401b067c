import { crud } from '#server/db/crud.ts';
import { preparedQuery } from '#server/db/prepared-query.ts';
import type { Scope } from '#server/scope.server.ts';
import { MOST_NAMED_EACH, NAMESAKES_READ } from '../rules/limits.ts';

export const {
	add: addNamedPerson,
	change: changeNamedPerson,
	remove: removeNamedPerson
} = crud('named_people');

function named({ db, workspaceId }: Pick<Scope, 'db' | 'workspaceId'>) {
	return db
		.selectFrom('named_people')
		.select([
			'id',
			'interview_id as interviewId',
			'name',
			'person_id as personId',
			'named_at as namedAt'
		])
		.where('workspace_id', '=', workspaceId);
}

/** People the partner named, in order. */
export const namedBy = preparedQuery((db, workspaceId, interviewId: string) =>
	named({ db, workspaceId })
		.where('interview_id', '=', interviewId)
		.orderBy('named_at')
		.orderBy('id')
		.limit(MOST_NAMED_EACH)
);
export type NamedRow = Awaited<ReturnType<typeof namedBy>>[number];

export function namedOf(scope: Scope, id: string): Promise<NamedRow | undefined> {
	return named(scope).where('id', '=', id).executeTakeFirst();
}

/**
 * People of the address book with these folded names: candidates for named people. People of an
 * import not committed yet are left out.
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
		.where((eb) => eb.or([eb('people.import_id', 'is', null), eb('people.import_id', 'in', here)]))
		.limit(NAMESAKES_READ)
		.execute();
}
