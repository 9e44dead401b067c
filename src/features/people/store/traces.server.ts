import { addressIn, nameIn } from '#features/clarity/rules/consultation.ts';
import type { Scope } from '#server/scope.server.ts';
import { nameKeys } from '../rules/folding.ts';
import type { PersonRow } from './people.server.ts';

type Person = Pick<PersonRow, 'id' | 'name' | 'name_key' | 'email'>;

/** Tables whose rows are about one person and go with them, and the column that says whom. */
const own = [
	['asked_people', 'person_id'],
	['introductions', 'connector_id'],
	['introductions', 'person_id'],
	['met_people', 'person_id'],
	['named_people', 'person_id']
] as const;

/**
 * Who was asked for whom, who was introduced, met and named: what the second half of the journey
 * keeps of a person beside their interviews. It goes with them, names and all.
 */
export async function eraseTraces(scope: Scope, person: Person) {
	for (const [table, column] of own) {
		await scope.db
			.deleteFrom(table)
			.where('workspace_id', '=', scope.workspaceId)
			.where(column, '=', person.id)
			.execute();
	}
	await scope.db
		.updateTable('schools')
		.set({ administrator_id: null })
		.where('workspace_id', '=', scope.workspaceId)
		.where('administrator_id', '=', person.id)
		.execute();
	await eraseConnector(scope, person);
}

/** Places where somebody may stand by their name alone. */
const byName = ['introductions', 'met_people', 'named_people'] as const;

/** Rows that say the same name and no person yet: who is forgotten does not stay as a word. */
async function namedAlike(scope: Scope, table: (typeof byName)[number], person: Person) {
	const rows = await scope.db
		.selectFrom(table as 'met_people')
		.select(['id', 'name'])
		.where('workspace_id', '=', scope.workspaceId)
		.where('person_id', 'is', null)
		.execute();
	const keyOf = (name: string) => nameKeys({ given: '', family: '', name }).nameKey;
	return rows.filter(({ name }) => keyOf(name) === person.name_key).map(({ id }) => id);
}

/**
 * Where they are named without a link to their entry: offered, met, named in a talk, or asked for a
 * consultation. Only who is forgotten goes from there; somebody else of the same name may go too,
 * which is the smaller harm.
 */
export async function eraseNamed(scope: Scope, person: Person): Promise<void> {
	await eraseCoach(scope, person);
	for (const table of byName) {
		const ids = await namedAlike(scope, table, person);
		if (ids.length === 0) continue;
		await scope.db
			.deleteFrom(table as 'met_people')
			.where('workspace_id', '=', scope.workspaceId)
			.where('id', 'in', ids)
			.execute();
	}
}

/** Requests for a clarity talk with them. */
async function eraseCoach(scope: Scope, person: Person): Promise<void> {
	const requests = await scope.db
		.selectFrom('consultations')
		.select(['id', 'coach'])
		.where('workspace_id', '=', scope.workspaceId)
		.execute();
	const isThem = ({ coach }: { coach: string }): boolean =>
		addressIn(coach)?.toLowerCase() === (person.email?.toLowerCase() ?? '') ||
		nameKeys({ given: '', family: '', name: nameIn(coach) }).nameKey === person.name_key;
	const ids = requests.filter(isThem).map(({ id }) => id);
	if (ids.length === 0) return;
	await scope.db
		.deleteFrom('consultations')
		.where('workspace_id', '=', scope.workspaceId)
		.where('id', 'in', ids)
		.execute();
}

/** Whom they introduced stays; that they did, and the sentence that names them, does not. */
async function eraseConnector(scope: Scope, person: Person) {
	const brought = await scope.db
		.selectFrom('interviews')
		.select(['id', 'connection'])
		.where('workspace_id', '=', scope.workspaceId)
		.where('connector_id', '=', person.id)
		.execute();
	const names = person.name.toLowerCase().split(/\s+/).filter(Boolean);
	for (const { id, connection } of brought) {
		const words = connection.toLowerCase();
		const says = names.some((name) => words.includes(name));
		await scope.db
			.updateTable('interviews')
			.set({ connector_id: null, ...(says ? { connection: '' } : {}) })
			.where('workspace_id', '=', scope.workspaceId)
			.where('id', '=', id)
			.execute();
	}
}

/** Introductions by a person and of them, which go when they are forgotten. */
export async function introductionsWith(scope: Scope, person: Person): Promise<number> {
	const { count } = await scope.db
		.selectFrom('introductions')
		.select((is) => is.fn.countAll<number>().as('count'))
		.where('workspace_id', '=', scope.workspaceId)
		.where((is) => is.or([is('connector_id', '=', person.id), is('person_id', '=', person.id)]))
		.executeTakeFirstOrThrow();
	return Number(count) + (await namedAlike(scope, 'introductions', person)).length;
}
